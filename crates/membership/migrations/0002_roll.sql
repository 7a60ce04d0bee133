-- The union's register as its last file told. `state` says whether a day of
-- leaving has been put in force.
CREATE TABLE roll_entry (
    number TEXT NOT NULL PRIMARY KEY,
    family_name TEXT,
    given_name TEXT,
    birth_date TEXT,
    email TEXT,
    phone TEXT,
    street TEXT,
    postal_code TEXT,
    city TEXT,
    lang TEXT,
    region TEXT,
    chapter TEXT,
    kind TEXT,
    joined_on TEXT,
    left_on TEXT,
    arrears_since TEXT,
    state TEXT NOT NULL CHECK (state IN ('in', 'out')),
    person BIGINT UNIQUE REFERENCES person (id),
    linked_at BIGINT
) {table};
CREATE INDEX roll_entry_leaving ON roll_entry (left_on) WHERE state = 'in' AND left_on IS NOT NULL;

-- A file on its way into the roll. Its bytes go when it is applied or dropped,
-- after a day at the latest.
CREATE TABLE roll_import (
    id {id},
    state TEXT NOT NULL CHECK (state IN ('dry-run', 'applied', 'dropped')),
    file_name TEXT NOT NULL,
    bytes {bytes},
    mapping TEXT NOT NULL,
    as_of TEXT NOT NULL,
    roll_version BIGINT NOT NULL,
    applied_version BIGINT UNIQUE,
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL REFERENCES person (id),
    applied_at BIGINT,
    applied_by BIGINT REFERENCES person (id),
    joins BIGINT NOT NULL,
    returns BIGINT NOT NULL,
    leaves BIGINT NOT NULL,
    changes BIGINT NOT NULL
) {table};
CREATE INDEX roll_import_waiting ON roll_import (made_at) WHERE state = 'dry-run';

-- What a person said once about a column of the register's files.
CREATE TABLE roll_column (
    name TEXT NOT NULL PRIMARY KEY,
    choice TEXT NOT NULL,
    chosen_at BIGINT NOT NULL,
    chosen_by BIGINT NOT NULL REFERENCES person (id)
) {table};

-- Somebody left: call them back and ask why.
CREATE TABLE leaver_task (
    id {id},
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    number TEXT,
    person BIGINT REFERENCES person (id),
    left_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    done_at BIGINT,
    done_by BIGINT REFERENCES person (id)
) {table};
CREATE INDEX leaver_task_state ON leaver_task (state, id);
CREATE INDEX leaver_task_person ON leaver_task (person);

-- A member recognised from the roll who has yet to choose a password. The
-- token stands here by its hash.
CREATE TABLE recognition (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    expires_at BIGINT NOT NULL
) {clustered};
