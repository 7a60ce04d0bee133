-- What people are told. Only ids: what it was about is looked up each time it
-- is shown, by what its reader may see then. `thing` is what it is about and
-- `part` a part of that (a post of a thread), so that several can be shown as
-- one and be seen together.
CREATE TABLE notice (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    thing TEXT NOT NULL,
    part BIGINT NOT NULL,
    at BIGINT NOT NULL,
    seen_at BIGINT,
    mailed_at BIGINT,
    UNIQUE (key, person)
) {table};
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_thing ON notice (thing, part);
CREATE INDEX notice_unseen ON notice (person, thing, part) WHERE seen_at IS NULL;

-- How a person wants to be told by mail, where they said something. Hours are
-- those of the union's time zone; two alike mean that no hours are quiet.
CREATE TABLE notice_wish (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('on', 'stopped')),
    digest_hour BIGINT NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
    quiet_from BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_to BIGINT NOT NULL CHECK (quiet_to BETWEEN 0 AND 23),
    titles TEXT NOT NULL CHECK (titles IN ('shown', 'kept'))
) {clustered};

CREATE TABLE notice_pace (
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    pace TEXT NOT NULL CHECK (pace IN ('at-once', 'daily', 'weekly', 'never')),
    PRIMARY KEY (person, kind)
) {clustered};

-- Whom a mail is due to, and when; 0 until that is worked out.
CREATE TABLE notice_due (
    person BIGINT NOT NULL REFERENCES person (id),
    pace TEXT NOT NULL CHECK (pace IN ('at-once', 'daily', 'weekly')),
    due_at BIGINT NOT NULL,
    PRIMARY KEY (person, pace)
) {clustered};
CREATE INDEX notice_due_at ON notice_due (due_at, person);
