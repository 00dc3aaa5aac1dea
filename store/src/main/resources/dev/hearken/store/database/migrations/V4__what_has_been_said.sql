-- Recordings of which it is known what is said in them, synthesized or natural, so that nothing need be said twice.

CREATE TABLE spoken_clip (
    id                   TEXT             NOT NULL PRIMARY KEY CHECK (length(id) = 64), -- SHA-256 of text, engine, voice, settings
    text                 TEXT             NOT NULL,
    words                TEXT             NOT NULL, -- the text in lower case, without punctuation
    words_sha256         TEXT             NOT NULL CHECK (length(words_sha256) = 64),
    engine               TEXT             NOT NULL,
    voice                TEXT             NOT NULL,
    settings             TEXT             NOT NULL,
    speaker              TEXT             NOT NULL,
    language             TEXT             NOT NULL,
    licence              TEXT             NOT NULL,
    sha256               TEXT             NOT NULL CHECK (length(sha256) = 64),
    source_file          TEXT, -- a sound that stays in a user's own file
    source_start_seconds DOUBLE PRECISION,
    source_end_seconds   DOUBLE PRECISION,
    duration_seconds     DOUBLE PRECISION NOT NULL CHECK (duration_seconds > 0),
    sample_rate_hz       INTEGER          NOT NULL CHECK (sample_rate_hz > 0),
    added_at_millis      BIGINT           NOT NULL,
    UNIQUE (text, engine, voice, settings),
    CHECK ((source_file IS NULL) = (source_start_seconds IS NULL)),
    CHECK ((source_file IS NULL) = (source_end_seconds IS NULL))
);

CREATE INDEX spoken_clip_by_words ON spoken_clip (words_sha256);
