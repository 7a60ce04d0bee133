-- Asking who is behind a pseudonym: one asks, another with another role
-- answers, and both see it until open_until. The person is told at tell_at,
-- which lies later than the answer when a danger was recorded.
CREATE TABLE seal_request (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    asked_by BIGINT NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    hope TEXT NOT NULL,
    danger TEXT NOT NULL,
    danger_days BIGINT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('waiting', 'opened', 'declined', 'withdrawn', 'expired')),
    answered_by BIGINT REFERENCES person (id),
    answered_as TEXT,
    answered_at BIGINT,
    answer TEXT NOT NULL,
    open_until BIGINT,
    tell_at BIGINT,
    told_at BIGINT
) {table};
CREATE UNIQUE INDEX seal_waiting ON seal_request (person, asked_by) WHERE state = 'waiting';
CREATE INDEX seal_person ON seal_request (person, id);
CREATE INDEX seal_asked_by ON seal_request (asked_by, id);
CREATE INDEX seal_answered_by ON seal_request (answered_by, id);
CREATE INDEX seal_to_tell ON seal_request (tell_at) WHERE state = 'opened' AND told_at IS NULL;

-- Each look at who it is.
CREATE TABLE seal_look (
    id {id},
    request BIGINT NOT NULL REFERENCES seal_request (id),
    person BIGINT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL
) {table};
CREATE INDEX seal_look_request ON seal_look (request, id);
