-- Documents stand in posts as pictures do: in one at most, so who may see the
-- post may fetch them. Of a document `small` is the same file.
ALTER TABLE picture RENAME TO attachment;
ALTER TABLE attachment RENAME COLUMN large TO file;
ALTER TABLE attachment ADD COLUMN kind TEXT NOT NULL DEFAULT 'picture'
    CHECK (kind IN ('picture', 'document'));
DROP INDEX picture_post;
DROP INDEX picture_owner;
DROP INDEX picture_loose;
DROP INDEX picture_large;
DROP INDEX picture_small;
CREATE INDEX attachment_post ON attachment (thread, position);
CREATE INDEX attachment_owner ON attachment (owner, added_at);
CREATE INDEX attachment_loose ON attachment (loose_since) WHERE loose_since IS NOT NULL;
CREATE INDEX attachment_file ON attachment (file);
CREATE INDEX attachment_small ON attachment (small);
UPDATE file_use SET what = 'attachment' WHERE what = 'picture';

-- A thread that waits keeps its tags (`,1,7,`) and whether it asks.
ALTER TABLE held_post ADD COLUMN tags TEXT NOT NULL DEFAULT ',';
ALTER TABLE held_post ADD COLUMN asks BIGINT NOT NULL DEFAULT 0 CHECK (asks IN (0, 1));
