-- The last line of the log about the person that whoever took a measure had
-- before them, so that of two who answer the same thing at once one does.
ALTER TABLE measure ADD COLUMN after_line BIGINT;
CREATE UNIQUE INDEX measure_after ON measure (person, after_line);
