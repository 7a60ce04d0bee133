-- Who one is here. The name others see stands here; the name behind it in
-- `identity`, which forum code never joins.
CREATE TABLE person (
    id {id},
    state TEXT NOT NULL CHECK (state IN ('active', 'erased')),
    pseudonym TEXT NOT NULL,
    pseudonym_key TEXT NOT NULL UNIQUE,
    lang TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    trial_started_at BIGINT
) {table};

-- What pseudonyms look like, those of now and those given up within a year, so
-- that nobody goes by a name that others would take for somebody else's.
CREATE TABLE pseudonym_likeness (
    likeness TEXT NOT NULL PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    pseudonym TEXT NOT NULL,
    given_up_at BIGINT
) {clustered};
CREATE INDEX pseudonym_likeness_person ON pseudonym_likeness (person);

-- One row: how often anybody's pseudonym was changed or erased.
CREATE TABLE pseudonym_changes (
    changes BIGINT NOT NULL
) {table};
INSERT INTO pseudonym_changes (changes) VALUES (0);

CREATE TABLE identity (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    street TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL
) {table};
CREATE INDEX identity_name ON identity (name_key, person);

CREATE TABLE credential (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    email_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('temporary', 'own')),
    changed_at BIGINT NOT NULL
) {table};

CREATE TABLE session (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) {clustered};
CREATE INDEX session_person ON session (person);

-- Facts with dates; an Actor is computed from them at each request.
CREATE TABLE membership (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('full', 'student')),
    basis TEXT NOT NULL CHECK (basis IN ('roll', 'registrar')),
    started_at BIGINT NOT NULL,
    ended_at BIGINT
) {table};
CREATE INDEX membership_person ON membership (person, started_at);
CREATE UNIQUE INDEX membership_running ON membership (person) WHERE ended_at IS NULL;

CREATE TABLE grant_fact (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    scope TEXT,
    rests_on_membership BIGINT NOT NULL CHECK (rests_on_membership IN (0, 1)),
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    given_by BIGINT REFERENCES person (id)
) {table};
CREATE INDEX grant_person ON grant_fact (person);

-- Who is kept out of what they could enter otherwise: `coffee-room`, `room:7`.
CREATE TABLE kept_out (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    scope TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT
) {table};
CREATE INDEX kept_out_person ON kept_out (person);

-- Links that work once: reset of a password, the first administrator.
CREATE TABLE one_time_link (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    person BIGINT REFERENCES person (id),
    expires_at BIGINT NOT NULL
) {clustered};

-- Failed attempts within a window, by a hashed name of who or what attempts.
CREATE TABLE throttle (
    key {bytes} NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    window_started_at BIGINT NOT NULL
) {clustered};
