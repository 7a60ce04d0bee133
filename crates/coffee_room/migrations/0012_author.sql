-- Whoever writes is counted at each post: how much, how lately, and what of it
-- stands. The index alone must answer that, without looking at the posts.
DROP INDEX post_author;
CREATE INDEX post_author ON post (author, created_at, state);
