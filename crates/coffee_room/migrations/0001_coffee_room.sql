CREATE TABLE room (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'region', 'chapter')),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    -- Who may enter: 'everybody', 'members', or the word of a role.
    open_to TEXT NOT NULL DEFAULT 'everybody',
    -- Counts changes to the room itself.
    revision BIGINT NOT NULL DEFAULT 0,
    sort BIGINT NOT NULL,
    name_fi TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    about_fi TEXT NOT NULL,
    about_sv TEXT NOT NULL,
    about_en TEXT NOT NULL,
    threads BIGINT NOT NULL DEFAULT 0,
    guest_threads BIGINT NOT NULL DEFAULT 0
) {table};

-- What guests may know of a thread (how many posts, when the last one came)
-- stands in columns of its own, so that no count tells them of what only
-- members may read. Both are 0 in a thread that is for members only.
CREATE TABLE thread (
    id {id},
    room BIGINT NOT NULL REFERENCES room (id),
    title TEXT NOT NULL,
    title_state TEXT NOT NULL CHECK (title_state IN ('shown', 'hidden')),
    author BIGINT NOT NULL REFERENCES person (id),
    audience TEXT NOT NULL CHECK (audience IN ('members', 'guests')),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    pinned BIGINT NOT NULL CHECK (pinned IN (0, 1)),
    opened_at BIGINT NOT NULL,
    last_position BIGINT NOT NULL,
    last_post_at BIGINT NOT NULL,
    guest_last_position BIGINT NOT NULL,
    guest_last_post_at BIGINT NOT NULL,
    -- Counts changes to posts that stood already, so that a page made before
    -- is known to be out of date.
    revision BIGINT NOT NULL DEFAULT 0,
    -- Opened as a question, and the position of the post that answers it.
    asks BIGINT NOT NULL DEFAULT 0 CHECK (asks IN (0, 1)),
    answer BIGINT,
    -- When a moderator put it into another room.
    moved_at BIGINT
) {table};
CREATE INDEX thread_room ON thread (room, last_post_at, id);
CREATE INDEX thread_room_guest ON thread (room, guest_last_post_at, id) WHERE audience = 'guests';
CREATE INDEX thread_pinned ON thread (room, last_post_at, id) WHERE pinned = 1;
CREATE INDEX thread_pinned_guest ON thread (room, guest_last_post_at, id)
    WHERE pinned = 1 AND audience = 'guests';
CREATE INDEX thread_last ON thread (last_post_at, id);
CREATE INDEX thread_last_guest ON thread (guest_last_post_at, id) WHERE audience = 'guests';
CREATE INDEX thread_author ON thread (author);

-- Stored in the order in which a page reads it. A post that is or was open to
-- guests has a number of its own among those. The source comes last: a page
-- reads the finished HTML and need not touch it.
CREATE TABLE post (
    thread BIGINT NOT NULL REFERENCES thread (id),
    position BIGINT NOT NULL,
    guest_position BIGINT,
    author BIGINT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    version BIGINT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('members', 'guests')),
    state TEXT NOT NULL CHECK (state IN ('shown', 'hidden', 'moved', 'joined')),
    hidden_reason TEXT,
    hidden_note TEXT,
    -- How many readers reacted in each way; who did stands in `reaction`.
    thanks BIGINT NOT NULL DEFAULT 0,
    same BIGINT NOT NULL DEFAULT 0,
    strength BIGINT NOT NULL DEFAULT 0,
    smile BIGINT NOT NULL DEFAULT 0,
    -- A poll with its counts, as JSON.
    poll TEXT,
    -- A moderator took something out of it.
    moderated BIGINT NOT NULL DEFAULT 0 CHECK (moderated IN (0, 1)),
    html TEXT NOT NULL,
    markdown TEXT NOT NULL,
    PRIMARY KEY (thread, position)
) {clustered};
CREATE UNIQUE INDEX post_guest ON post (thread, guest_position) WHERE guest_position IS NOT NULL;
CREATE INDEX post_author ON post (author, created_at);
CREATE INDEX post_author_hidden ON post (author) WHERE state = 'hidden';

-- What a post said before; the title with an opening post.
CREATE TABLE post_version (
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    written_at BIGINT NOT NULL,
    title TEXT,
    markdown TEXT NOT NULL,
    PRIMARY KEY (thread, position, version),
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {clustered};

CREATE TABLE read_marker (
    person BIGINT NOT NULL REFERENCES person (id),
    thread BIGINT NOT NULL REFERENCES thread (id),
    position BIGINT NOT NULL,
    guest_position BIGINT NOT NULL,
    PRIMARY KEY (person, thread)
) {clustered};

CREATE TABLE report (
    id {id},
    thread BIGINT NOT NULL,
    position BIGINT NOT NULL,
    reporter BIGINT REFERENCES person (id),
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'hidden', 'kept')),
    handled_at BIGINT,
    FOREIGN KEY (thread, position) REFERENCES post (thread, position)
) {table};
CREATE UNIQUE INDEX report_open ON report (thread, position, reporter) WHERE state = 'open';
CREATE INDEX report_post ON report (thread, position);
CREATE INDEX report_waiting ON report (at, id) WHERE state = 'open';
CREATE INDEX report_reporter ON report (reporter, id);

INSERT INTO room (kind, state, sort, name_fi, name_sv, name_en, about_fi, about_sv, about_en) VALUES
('topic', 'open', 10, 'Työn laatu', 'Arbetets kvalitet', 'Quality of working life',
 'Työajat, perehdytys, palaute, arjen pulmat.',
 'Arbetstider, introduktion, respons och vardagens små knutar.',
 'Hours, onboarding, feedback and the knots of every day.'),
('topic', 'open', 20, 'Turvallisuus ja terveys', 'Säkerhet och hälsa', 'Safety and health',
 'Nostot, tauot, väkivallan uhka, työterveys.',
 'Lyft, pauser, hot om våld, företagshälsovård.',
 'Lifting, breaks, threats of violence, occupational health.'),
('topic', 'open', 30, 'Jaksaminen', 'Ork och välmående', 'Wellbeing',
 'Kun työ painaa, ja kun se ilahduttaa.',
 'När jobbet tynger och när det gör en glad.',
 'When work weighs on you, and when it makes your day.'),
('topic', 'open', 40, 'Verkostot', 'Nätverk', 'Networks',
 'Kuka on samalla paikkakunnalla? Sijaiset, kaverit, tapaamiset.',
 'Vem finns på samma ort? Vikarier, kamrater, träffar.',
 'Who is near you? Substitutes, company, meetings.'),
('region', 'open', 110, 'Uusimaa', 'Nyland', 'Uusimaa',
 'Oman alueen väki ja tapaamiset.', 'Folk och träffar i regionen.', 'People and meetings of the region.'),
('region', 'open', 120, 'Pirkanmaa', 'Birkaland', 'Pirkanmaa',
 'Oman alueen väki ja tapaamiset.', 'Folk och träffar i regionen.', 'People and meetings of the region.'),
('region', 'open', 130, 'Pohjanmaa', 'Österbotten', 'Ostrobothnia',
 'Oman alueen väki ja tapaamiset.', 'Folk och träffar i regionen.', 'People and meetings of the region.');
