-- Of a post that was changed: whom it calls by name only since then.
ALTER TABLE untold ADD COLUMN person BIGINT REFERENCES person (id);
