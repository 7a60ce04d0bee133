-- Words that a thread can be found by, kept by those who keep the rooms: for
-- one room, or for all.
CREATE TABLE tag (
    id {id},
    room BIGINT REFERENCES room (id),
    name_fi TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0
) {table};

CREATE TABLE thread_tag (
    thread BIGINT NOT NULL REFERENCES thread (id),
    tag BIGINT NOT NULL REFERENCES tag (id),
    PRIMARY KEY (thread, tag)
) {clustered};
CREATE INDEX thread_tag_tag ON thread_tag (tag, thread);

INSERT INTO tag (name_fi, name_sv, name_en) VALUES
('työaika', 'arbetstid', 'working hours'),
('palkka', 'lön', 'pay'),
('sijaiset', 'vikarier', 'substitutes'),
('perehdytys', 'introduktion', 'onboarding'),
('lomat', 'semestrar', 'holidays'),
('apuvälineet', 'hjälpmedel', 'aids');

-- Where a post went that had this place. Addresses lead there for good.
CREATE TABLE post_moved (
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    guest_position BIGINT,
    to_thread BIGINT NOT NULL,
    to_position BIGINT NOT NULL,
    PRIMARY KEY (thread, position)
) {clustered};
CREATE INDEX post_moved_guest ON post_moved (thread, guest_position) WHERE guest_position IS NOT NULL;
CREATE INDEX post_moved_to ON post_moved (to_thread, to_position);

-- Posts that somebody keeps at hand, with a note to themselves.
CREATE TABLE bookmark (
    person BIGINT NOT NULL REFERENCES person (id),
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, thread, position),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {clustered};
CREATE INDEX bookmark_person ON bookmark (person, at);
CREATE INDEX bookmark_post ON bookmark (thread, position);

CREATE INDEX thread_waiting ON thread (opened_at, id)
    WHERE asks = 1 AND last_position = 1 AND answer IS NULL AND state = 'open';

-- What somebody has begun to write in a room (thread 0) or a thread (room 0).
-- Nobody else reads it.
CREATE TABLE draft (
    person BIGINT NOT NULL REFERENCES person (id),
    room BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('members', 'guests')),
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (person, room, thread)
) {clustered};
CREATE INDEX draft_saved ON draft (saved_at);
CREATE INDEX draft_thread ON draft (thread);
