-- A picture stands in one post at most: so who may see the post may see it,
-- and nobody else. In none it is its owner's alone, for a while.
CREATE TABLE picture (
    id {id},
    owner BIGINT NOT NULL REFERENCES person (id),
    description TEXT NOT NULL,
    large TEXT NOT NULL REFERENCES file (hash),
    small TEXT NOT NULL REFERENCES file (hash),
    added_at BIGINT NOT NULL,
    thread BIGINT,
    position BIGINT,
    -- Since when it has been in no post.
    loose_since BIGINT,
    CHECK ((thread IS NULL) = (position IS NULL)),
    CHECK ((thread IS NULL) = (loose_since IS NOT NULL)),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {table};
CREATE INDEX picture_post ON picture (thread, position);
CREATE INDEX picture_owner ON picture (owner, added_at);
CREATE INDEX picture_loose ON picture (loose_since) WHERE loose_since IS NOT NULL;
CREATE INDEX picture_large ON picture (large);
CREATE INDEX picture_small ON picture (small);
