-- Questions that have posts, but perhaps none of somebody else.
CREATE INDEX thread_asking ON thread (opened_at)
    WHERE asks = 1 AND answer IS NULL AND state = 'open';
