-- Applications that were taken out together carry the same instant; by it
-- they are found again, to be downloaded once more.
CREATE INDEX application_exported ON application (exported_at, id);
