-- A change of a post has a draft too: the post's position (0 of others), and
-- the version that it was begun from.
CREATE TABLE draft_new (
    person BIGINT NOT NULL REFERENCES person (id),
    room BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('members', 'guests')),
    saved_at BIGINT NOT NULL,
    poll TEXT NOT NULL DEFAULT '',
    options TEXT NOT NULL DEFAULT '',
    days TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT ',',
    asks BIGINT NOT NULL DEFAULT 0 CHECK (asks IN (0, 1)),
    PRIMARY KEY (person, room, thread, position)
) {clustered};
INSERT INTO draft_new (person, room, thread, title, body, audience, saved_at, poll, options, days, tags, asks)
    SELECT person, room, thread, title, body, audience, saved_at, poll, options, days, tags, asks FROM draft;
DROP TABLE draft;
ALTER TABLE draft_new RENAME TO draft;
CREATE INDEX draft_saved ON draft (saved_at);
CREATE INDEX draft_thread ON draft (thread);
