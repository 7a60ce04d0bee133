-- What people asked to be told of. Without a row a person neither follows a
-- thread nor has said that they don't want to.
CREATE TABLE follow_thread (
    thread BIGINT NOT NULL REFERENCES thread (id),
    person BIGINT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('following', 'left', 'muted')),
    PRIMARY KEY (thread, person)
) {clustered};
CREATE INDEX follow_thread_person ON follow_thread (person, thread);

CREATE TABLE follow_room (
    room BIGINT NOT NULL REFERENCES room (id),
    person BIGINT NOT NULL REFERENCES person (id),
    PRIMARY KEY (room, person)
) {clustered};
CREATE INDEX follow_room_person ON follow_room (person, room);

-- A word by each of its base forms, as posts are indexed by them.
CREATE TABLE follow_word (
    term TEXT NOT NULL,
    person BIGINT NOT NULL REFERENCES person (id),
    word TEXT NOT NULL,
    PRIMARY KEY (term, person)
) {clustered};
CREATE INDEX follow_word_person ON follow_word (person, word);

-- Those who don't want to follow the threads that they write in.
CREATE TABLE follow_asked_only (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id)
) {clustered};

-- New posts of which not everybody has been told yet: by which reason people
-- are looked through, and up to whom. `words` are the post's base forms.
CREATE TABLE untold (
    id {id},
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('mention', 'quote', 'thread', 'room', 'word')),
    after BIGINT NOT NULL,
    words TEXT NOT NULL
) {table};
