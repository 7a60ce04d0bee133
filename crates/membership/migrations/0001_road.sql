-- One registration of one person, who begins a trial by it.
CREATE TABLE road (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    registered_at BIGINT NOT NULL,
    relation TEXT NOT NULL,
    letter_wish TEXT NOT NULL CHECK (letter_wish IN ('wanted', 'not-wanted'))
) {table};

-- What still lies ahead of a person. A row goes in the transaction that writes
-- its dispatch, so a timer that has nothing to do reads nothing.
CREATE TABLE road_ahead (
    kind TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    person BIGINT NOT NULL REFERENCES person (id),
    PRIMARY KEY (kind, registered_at, person)
) {clustered};

-- Every send and every skip. One row per person and kind, ever.
CREATE TABLE dispatch (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('sent', 'skipped')),
    reason TEXT,
    at BIGINT NOT NULL,
    UNIQUE (person, kind),
    CHECK ((decision = 'skipped') = (reason IS NOT NULL))
) {table};

-- What a person agreed to, when, and the very words.
CREATE TABLE consent (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    text_version TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    UNIQUE (person, kind, text_version)
) {table};

-- The words behind a version: the first half of their SHA-256.
CREATE TABLE consent_text (
    version TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) {table};

-- "No thanks, do not write to me."
CREATE TABLE decline (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    declined_at BIGINT NOT NULL
) {table};

CREATE TABLE letter_batch (
    id {id},
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL REFERENCES person (id),
    letters BIGINT NOT NULL
) {table};

-- A printed join kit. Name and address are read when it is printed, so that
-- an erased person is in no batch.
CREATE TABLE letter (
    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'printed', 'withheld', 'returned')),
    batch BIGINT REFERENCES letter_batch (id),
    asked_at BIGINT NOT NULL,
    returned_at BIGINT
) {table};
CREATE INDEX letter_state ON letter (state, asked_at, person);
CREATE INDEX letter_of_batch ON letter (batch, person);

CREATE TABLE application (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'declined', 'withdrawn')),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    street TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    lang TEXT NOT NULL,
    employer TEXT NOT NULL,
    job_started TEXT NOT NULL,
    chapter_wish TEXT NOT NULL,
    student TEXT NOT NULL,
    unemployment_fund TEXT NOT NULL,
    member_number TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by BIGINT REFERENCES person (id),
    basis TEXT,
    reason TEXT NOT NULL,
    exported_at BIGINT
) {table};
CREATE INDEX application_person ON application (person, id);
CREATE INDEX application_state ON application (state, id);
CREATE UNIQUE INDEX application_waiting ON application (person) WHERE state = 'waiting';
CREATE INDEX application_unexported ON application (id) WHERE exported_at IS NULL;
