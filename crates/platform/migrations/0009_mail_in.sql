-- Answers that came by mail, by a digest of what each is known by, so that
-- none is taken twice.
CREATE TABLE mail_in (
    key {bytes} NOT NULL PRIMARY KEY,
    taken_at BIGINT NOT NULL
) {clustered};
CREATE INDEX mail_in_age ON mail_in (taken_at);
