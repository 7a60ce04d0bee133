-- What posts say may stand in mails, for those who wish it.
{postgres}ALTER TABLE notice_wish DROP CONSTRAINT notice_wish_titles_check;
{postgres}ALTER TABLE notice_wish ADD CONSTRAINT notice_wish_titles_check
{postgres}    CHECK (titles IN ('words', 'shown', 'kept'));
{sqlite}CREATE TABLE notice_wish_new (
{sqlite}    person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
{sqlite}    state TEXT NOT NULL CHECK (state IN ('on', 'stopped')),
{sqlite}    digest_hour BIGINT NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
{sqlite}    quiet_from BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
{sqlite}    quiet_to BIGINT NOT NULL CHECK (quiet_to BETWEEN 0 AND 23),
{sqlite}    titles TEXT NOT NULL CHECK (titles IN ('words', 'shown', 'kept'))
{sqlite}) {clustered};
{sqlite}INSERT INTO notice_wish_new SELECT person, state, digest_hour, quiet_from, quiet_to, titles
{sqlite}    FROM notice_wish;
{sqlite}DROP TABLE notice_wish;
{sqlite}ALTER TABLE notice_wish_new RENAME TO notice_wish;
