-- One subject, told in up to three languages.
CREATE TABLE article (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'question')),
    topic TEXT NOT NULL,
    created_at BIGINT NOT NULL
) {table};

-- The text of an article in one language: its newest version, and the one
-- that the public reads (none: only drafts, or withdrawn).
CREATE TABLE article_text (
    article BIGINT NOT NULL REFERENCES article (id),
    lang TEXT NOT NULL,
    latest BIGINT NOT NULL,
    published BIGINT,
    PRIMARY KEY (article, lang)
) {clustered};

-- Every text ever saved. Versions are added, never rewritten; only the state
-- changes when the one in force is withdrawn.
CREATE TABLE article_version (
    article BIGINT NOT NULL REFERENCES article (id),
    lang TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    note TEXT NOT NULL,
    checked TEXT NOT NULL,
    review_by TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    author BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    html TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (article, lang, version)
) {table};

-- A dated fact; what it says and how long it holds stands in its versions.
CREATE TABLE fact (
    id {id},
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    superseded_by BIGINT REFERENCES fact (id),
    created_at BIGINT NOT NULL
) {table};

CREATE TABLE fact_version (
    fact BIGINT NOT NULL REFERENCES fact (id),
    version BIGINT NOT NULL,
    source TEXT NOT NULL,
    source_url TEXT,
    source_date TEXT,
    checked TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    author BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (fact, version)
) {clustered};

CREATE TABLE fact_text (
    fact BIGINT NOT NULL REFERENCES fact (id),
    version BIGINT NOT NULL,
    lang TEXT NOT NULL,
    statement TEXT NOT NULL,
    applies_to TEXT NOT NULL,
    PRIMARY KEY (fact, version, lang)
) {clustered};

-- Which facts a version of a text cites, numbered by first appearance.
CREATE TABLE citation (
    article BIGINT NOT NULL REFERENCES article (id),
    lang TEXT NOT NULL,
    version BIGINT NOT NULL,
    position BIGINT NOT NULL,
    fact BIGINT NOT NULL REFERENCES fact (id),
    PRIMARY KEY (article, lang, version, position)
) {clustered};
CREATE INDEX citation_fact ON citation (fact, article);
