-- Secret addresses of personal feeds, as hashes; each follows one thing.
CREATE TABLE feed_key (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    follows TEXT NOT NULL,
    token_hash {bytes} NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    used_on TEXT
) {table};
CREATE INDEX feed_key_person ON feed_key (person, id);

-- Devices that their owners want to be told on. A device belongs to the
-- session in which it was added: who signs out there is told no more.
CREATE TABLE push_device (
    id {id},
    person BIGINT NOT NULL REFERENCES person (id),
    session {bytes} NOT NULL,
    endpoint TEXT NOT NULL UNIQUE,
    public_key {bytes} NOT NULL,
    auth {bytes} NOT NULL,
    device TEXT NOT NULL,
    added_at BIGINT NOT NULL
) {table};
CREATE INDEX push_device_person ON push_device (person, id);
CREATE INDEX push_device_session ON push_device (session);
