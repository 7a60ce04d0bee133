-- What can be found: one row for each text of each thing. Its number orders
-- what was found, newest first.
CREATE TABLE search_doc (
    id {id},
    kind TEXT NOT NULL,
    thing BIGINT NOT NULL,
    part TEXT NOT NULL,
    place BIGINT NOT NULL,
    lang TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (kind, thing, part)
) {table};

-- The terms of each text, analysed by us; no order, no text. Terms carry who
-- may find them, so that a query is the policy.
{sqlite} CREATE VIRTUAL TABLE search_text USING fts5 (terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'");
-- Pieces that many writes leave are merged two by two.
{sqlite} INSERT INTO search_text (search_text, rank) VALUES ('usermerge', 2);
{postgres} CREATE TABLE search_text (doc BIGINT NOT NULL PRIMARY KEY REFERENCES search_doc (id), terms TSVECTOR NOT NULL);
{postgres} CREATE INDEX search_text_terms ON search_text USING gin (terms);

-- Words that were searched for and not found. Without who asked, or when
-- beyond the day.
CREATE TABLE search_missed (
    word TEXT NOT NULL PRIMARY KEY,
    times BIGINT NOT NULL,
    last_on TEXT NOT NULL
) {clustered};

-- By which version of the analysis each source was indexed.
CREATE TABLE search_version (
    source TEXT NOT NULL PRIMARY KEY,
    version TEXT NOT NULL
) {clustered};
