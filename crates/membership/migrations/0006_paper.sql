-- How an application came: from its writer by the site, or on paper, entered by
-- a registrar.
ALTER TABLE application ADD COLUMN came_by TEXT NOT NULL DEFAULT 'site'
    CHECK (came_by IN ('site', 'paper'));
