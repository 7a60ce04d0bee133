-- What was to be voted on goes with a text that is forgotten, and with it who
-- has voted.
UPDATE held_post SET poll = NULL WHERE markdown = '';
DELETE FROM poll_voter WHERE (thread, position) IN
    (SELECT p.thread, p.position FROM post p WHERE p.state = 'hidden' AND p.markdown = '');
UPDATE post SET poll = NULL WHERE state = 'hidden' AND markdown = '';

-- What a poll offered before a moderator took something out of it, an option a
-- line; null: as the version after this one.
ALTER TABLE post_version ADD COLUMN options TEXT;
