-- A text that waits for a moderator, apart from posts, so that nothing of it
-- is seen, counted or found until it is let in: a new thread (thread null
-- until then), an answer, or a change of a post (edits: the post's position,
-- version: what it was changed from). Once let in, thread and position say
-- where it stands.
CREATE TABLE held_post (
    id {id},
    room BIGINT NOT NULL REFERENCES room (id),
    thread BIGINT REFERENCES thread (id),
    edits BIGINT,
    version BIGINT,
    author BIGINT NOT NULL REFERENCES person (id),
    title TEXT NOT NULL,
    markdown TEXT NOT NULL,
    poll TEXT,
    audience TEXT NOT NULL CHECK (audience IN ('members', 'guests')),
    cause TEXT NOT NULL CHECK (cause IN ('guard', 'newcomer', 'rate')),
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined', 'withdrawn')),
    decided_at BIGINT,
    reason TEXT,
    note TEXT,
    position BIGINT
) {table};
CREATE INDEX held_post_author ON held_post (author, at);
CREATE INDEX held_post_thread ON held_post (thread);
CREATE INDEX held_post_waiting ON held_post (at, id) WHERE state = 'waiting';

-- What moderators decided about a person, in one room or (null) in all: a
-- fact with dates, held against the clock at each request. Being kept out is
-- a fact of its own in `kept_out`, since it closes doors.
CREATE TABLE measure (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    room BIGINT REFERENCES room (id),
    kind TEXT NOT NULL CHECK (kind IN ('warn', 'slow', 'pause', 'remove')),
    posts_per_hour BIGINT,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    until BIGINT,
    lifted_at BIGINT,
    kept_out BIGINT
) {table};
CREATE INDEX measure_person ON measure (person, id);

-- What moderators did: to a post, a thread, a text that waited, or about a
-- person (in one room, or in all where the room is null).
CREATE TABLE moderation_log (
    id {id},
    at BIGINT NOT NULL,
    moderator BIGINT NOT NULL REFERENCES person (id),
    deed TEXT NOT NULL,
    room BIGINT REFERENCES room (id),
    thread BIGINT REFERENCES thread (id),
    position BIGINT,
    held BIGINT REFERENCES held_post (id),
    measure BIGINT REFERENCES measure (id),
    about BIGINT REFERENCES person (id),
    -- Who proposed it in their second practice period.
    trainee BIGINT REFERENCES person (id),
    reason TEXT,
    note TEXT NOT NULL
) {table};
CREATE INDEX moderation_log_moderator ON moderation_log (moderator);
CREATE INDEX moderation_log_about ON moderation_log (about);
CREATE INDEX moderation_log_post ON moderation_log (thread, position);
CREATE INDEX moderation_log_held ON moderation_log (held);
CREATE INDEX moderation_log_measure ON moderation_log (measure);
CREATE INDEX moderation_log_trainee ON moderation_log (trainee);

-- Once against each decision, by whom it is about.
CREATE TABLE appeal (
    id {id},
    decision BIGINT NOT NULL UNIQUE REFERENCES moderation_log (id),
    person BIGINT NOT NULL REFERENCES person (id),
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'upheld', 'overturned')),
    note TEXT,
    decided_at BIGINT
) {table};
CREATE INDEX appeal_person ON appeal (person);
CREATE INDEX appeal_waiting ON appeal (at, id) WHERE state = 'waiting';

-- Who looks at something that waits: `post-THREAD-POSITION`, `held-NUMBER`,
-- `appeal-NUMBER`. Too old a claim holds nobody off.
CREATE TABLE claim (
    item TEXT NOT NULL PRIMARY KEY,
    moderator BIGINT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL
) {clustered};
CREATE INDEX claim_moderator ON claim (moderator);

-- A practice period of somebody who learns to moderate.
CREATE TABLE practice (
    id {id},
    trainee BIGINT NOT NULL REFERENCES person (id),
    mentor BIGINT NOT NULL REFERENCES person (id),
    period TEXT NOT NULL CHECK (period IN ('first', 'second')),
    started_at BIGINT NOT NULL,
    ended_at BIGINT
) {table};
CREATE UNIQUE INDEX practice_running ON practice (trainee) WHERE ended_at IS NULL;
CREATE INDEX practice_mentor ON practice (mentor);

-- What a trainee would decide about something that waits, and what was decided.
CREATE TABLE opinion (
    id {id},
    trainee BIGINT NOT NULL REFERENCES person (id),
    practice BIGINT NOT NULL REFERENCES practice (id),
    item TEXT NOT NULL,
    deed TEXT NOT NULL,
    reason TEXT,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'compared', 'signed', 'void')),
    decided TEXT,
    decided_at BIGINT
) {table};
CREATE UNIQUE INDEX opinion_waiting ON opinion (trainee, item) WHERE state = 'waiting';
CREATE INDEX opinion_item ON opinion (item) WHERE state = 'waiting';
CREATE INDEX opinion_trainee ON opinion (trainee, id);
