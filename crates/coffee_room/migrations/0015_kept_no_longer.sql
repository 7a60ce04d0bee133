-- What became of a text that waited is kept without the text, once it is known.
UPDATE held_post SET title = '', markdown = '', poll = NULL, note = NULL
    WHERE state IN ('approved', 'withdrawn');
CREATE INDEX held_post_declined ON held_post (decided_at)
    WHERE state = 'declined' AND markdown <> '';

-- A report is right as well when something was taken out of the post.
{postgres}ALTER TABLE report DROP CONSTRAINT report_state_check;
{postgres}ALTER TABLE report ADD CONSTRAINT report_state_check
{postgres}    CHECK (state IN ('open', 'hidden', 'edited', 'kept'));
{sqlite}CREATE TABLE report_new (
{sqlite}    id {id},
{sqlite}    thread BIGINT NOT NULL,
{sqlite}    position BIGINT NOT NULL,
{sqlite}    reporter BIGINT REFERENCES person (id),
{sqlite}    reason TEXT NOT NULL,
{sqlite}    words TEXT NOT NULL,
{sqlite}    at BIGINT NOT NULL,
{sqlite}    state TEXT NOT NULL CHECK (state IN ('open', 'hidden', 'edited', 'kept')),
{sqlite}    handled_at BIGINT,
{sqlite}    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
{sqlite}) {table};
{sqlite}INSERT INTO report_new SELECT id, thread, position, reporter, reason, words, at, state, handled_at
{sqlite}    FROM report;
{sqlite}DROP TABLE report;
{sqlite}ALTER TABLE report_new RENAME TO report;
{sqlite}CREATE UNIQUE INDEX report_open ON report (thread, position, reporter) WHERE state = 'open';
{sqlite}CREATE INDEX report_post ON report (thread, position);
{sqlite}CREATE INDEX report_waiting ON report (at, id) WHERE state = 'open';
{sqlite}CREATE INDEX report_reporter ON report (reporter, id);
