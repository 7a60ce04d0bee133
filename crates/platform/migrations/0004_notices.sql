-- What people are told. Only ids: what it was about is looked up each time it
-- is shown, by what its reader may see then. `thing` is what it is about and
-- `part` a part of that (a post of a thread), so that several can be shown as
-- one and be seen together.
CREATE TABLE notice (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    thing TEXT NOT NULL,
    part BIGINT NOT NULL,
    at BIGINT NOT NULL,
    seen_at BIGINT,
    UNIQUE (key, person)
) {table};
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_unseen ON notice (person, thing, part) WHERE seen_at IS NULL;
