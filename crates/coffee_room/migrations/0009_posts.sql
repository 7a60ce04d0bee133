-- One sign from a reader to a post. Counts stand with the post; who gave
-- which is shown to nobody but themselves.
CREATE TABLE reaction (
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('thanks', 'same', 'strength', 'smile')),
    at BIGINT NOT NULL,
    PRIMARY KEY (thread, position, person),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {clustered};
CREATE INDEX reaction_person ON reaction (person, at);

-- Which posts quote which, so that a quote goes out of sight with the post
-- that it was taken from.
CREATE TABLE quote (
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    of_thread BIGINT NOT NULL,
    of_position BIGINT NOT NULL,
    PRIMARY KEY (of_thread, of_position, thread, position),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position),
    FOREIGN KEY (of_thread, of_position) REFERENCES post (thread, position)
) {clustered};
CREATE INDEX quote_in ON quote (thread, position);

-- Who has voted in a post's poll; not what, nor when.
CREATE TABLE poll_voter (
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    person BIGINT NOT NULL REFERENCES person (id),
    PRIMARY KEY (thread, position, person),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {clustered};
CREATE INDEX poll_voter_person ON poll_voter (person);

-- Whom a post mentions by pseudonym. Who was meant stays when somebody takes
-- another name.
CREATE TABLE mention (
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    person BIGINT NOT NULL REFERENCES person (id),
    PRIMARY KEY (thread, position, person),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {clustered};
CREATE INDEX mention_person ON mention (person);
