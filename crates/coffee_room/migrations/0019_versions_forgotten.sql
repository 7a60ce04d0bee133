-- When what a post said before is forgotten, because somebody might be
-- recognised by what was taken out of it since; null: it is kept.
ALTER TABLE post_version ADD COLUMN forget_at BIGINT;
CREATE INDEX post_version_forget ON post_version (forget_at) WHERE forget_at IS NOT NULL;
-- 90 days after a moderator took something out, as from now on.
UPDATE post_version SET forget_at =
    (SELECT MAX(l.at) + 7776000000 FROM moderation_log l
     WHERE l.thread = post_version.thread AND l.position = post_version.position
       AND l.deed = 'redact' AND l.at > post_version.written_at);
