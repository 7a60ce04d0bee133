-- Another address to sign in with, for somebody who can't get in: a registrar
-- asks, an administrator agrees, and when nobody has stopped it for some days
-- a link goes to the new address. Whoever takes it settles it.
CREATE TABLE address_correction (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    email TEXT NOT NULL,
    asked_by BIGINT NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('waiting', 'agreed', 'declined', 'withdrawn', 'stopped', 'expired', 'done')),
    answered_by BIGINT REFERENCES person (id),
    answered_at BIGINT,
    answer TEXT NOT NULL,
    mailed_at BIGINT,
    settled_at BIGINT
) {table};
CREATE UNIQUE INDEX correction_open ON address_correction (person)
    WHERE state IN ('waiting', 'agreed');
CREATE INDEX correction_person ON address_correction (person, id);
CREATE INDEX correction_asked_by ON address_correction (asked_by, id);
CREATE INDEX correction_answered_by ON address_correction (answered_by, id);
