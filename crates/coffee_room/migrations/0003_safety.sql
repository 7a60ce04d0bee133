-- Of whom a person wants to hear less. Muted: their posts are folded, and no
-- notice comes of them. Blocked: they also can't mention or quote the person
-- to them. Nobody but the person is told.
CREATE TABLE kept_apart (
    person BIGINT NOT NULL REFERENCES person (id),
    other BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('mute', 'block')),
    since BIGINT NOT NULL,
    PRIMARY KEY (person, other)
) {clustered};
CREATE INDEX kept_apart_other ON kept_apart (other);
