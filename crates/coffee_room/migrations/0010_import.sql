-- What came from another forum: its number and address there, and where it
-- stands here. So nothing comes twice, and old addresses lead on. A thread
-- stands where its first post does, and moves with it.
CREATE TABLE import_item (
    source TEXT NOT NULL CHECK (source IN ('discourse', 'phpbb', 'plain')),
    kind TEXT NOT NULL CHECK (kind IN ('room', 'thread', 'post')),
    item TEXT NOT NULL,
    address TEXT,
    room BIGINT REFERENCES room (id),
    thread BIGINT,
    position BIGINT,
    PRIMARY KEY (source, kind, item),
    CHECK ((kind = 'room') = (room IS NOT NULL)),
    CHECK ((kind = 'room') = (thread IS NULL)),
    CHECK ((thread IS NULL) = (position IS NULL)),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {clustered};
CREATE INDEX import_item_address ON import_item (address) WHERE address IS NOT NULL;
CREATE INDEX import_item_post ON import_item (thread, position);
