CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BIGINT REFERENCES person (id)
) {table};

-- The site's own secret, shared by its nodes.
CREATE TABLE site_secret (
    name TEXT NOT NULL PRIMARY KEY,
    value {bytes} NOT NULL
) {table};

-- A form that was taken once; its second sending is shown the same result.
CREATE TABLE form_receipt (
    nonce {bytes} NOT NULL PRIMARY KEY,
    taken_at BIGINT NOT NULL,
    location TEXT NOT NULL
) {clustered};
CREATE INDEX form_receipt_age ON form_receipt (taken_at);

CREATE TABLE job (
    id {id},
    kind TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'dead')),
    due_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    last_error TEXT NOT NULL,
    finished_at BIGINT
) {table};
CREATE INDEX job_due ON job (state, due_at);

-- Mail intended, handed over, received or refused. The body is wiped once it
-- was handed over: it may have held a temporary password.
CREATE TABLE mail (
    id {id},
    key TEXT NOT NULL UNIQUE,
    person BIGINT REFERENCES person (id),
    kind TEXT NOT NULL,
    lang TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    attachment TEXT,
    -- Address that ends such mails, and one that answers go to.
    unsubscribe TEXT,
    reply_to TEXT,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('intended', 'handed', 'refused', 'withdrawn')),
    intended_at BIGINT NOT NULL,
    settled_at BIGINT
) {table};
CREATE INDEX mail_person ON mail (person, intended_at);

CREATE TABLE audit (
    id {id},
    at BIGINT NOT NULL,
    actor BIGINT REFERENCES person (id),
    action TEXT NOT NULL,
    subject BIGINT REFERENCES person (id),
    detail TEXT NOT NULL
) {table};
CREATE INDEX audit_subject ON audit (subject, id);
CREATE INDEX audit_at ON audit (at, id);
