-- A draft keeps all that is typed in its form: a poll (its kind, an option a
-- line, its days), the tags of a thread (`,1,7,`) and whether it asks.
ALTER TABLE draft ADD COLUMN poll TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN options TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN days TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN tags TEXT NOT NULL DEFAULT ',';
ALTER TABLE draft ADD COLUMN asks BIGINT NOT NULL DEFAULT 0 CHECK (asks IN (0, 1));
