-- Files by the SHA-256 of what is in them; the bytes stand in the file store.
-- A row is written before its bytes, so that none of them is ever forgotten.
CREATE TABLE file (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    -- Of a picture, as it is to be shown.
    width BIGINT,
    height BIGINT,
    state TEXT NOT NULL CHECK (state IN ('kept', 'going')),
    -- When it was last put there or let go of.
    touched_at BIGINT NOT NULL
) {clustered};
CREATE INDEX file_touched ON file (touched_at);

-- What a file is for. A file that is for nothing is removed a day later.
CREATE TABLE file_use (
    what TEXT NOT NULL,
    thing BIGINT NOT NULL,
    file TEXT NOT NULL REFERENCES file (hash),
    PRIMARY KEY (what, thing, file)
) {clustered};
CREATE INDEX file_use_file ON file_use (file);
