-- A few numbers of each recording, so that it can be told later whether recordings have changed. The recording itself only where the
-- project says so.
ALTER TABLE prediction ADD COLUMN level_dbfs DOUBLE PRECISION;
ALTER TABLE prediction ADD COLUMN noise_dbfs DOUBLE PRECISION;
ALTER TABLE prediction ADD COLUMN centre_hz DOUBLE PRECISION;
ALTER TABLE prediction ADD COLUMN audio_sha256 TEXT CHECK (length(audio_sha256) = 64);

CREATE INDEX prediction_by_audio ON prediction (audio_sha256);

-- Counts of five minutes each, so that nobody reads a million answers to draw a line.
CREATE TABLE tally (
    project   TEXT   NOT NULL REFERENCES project (name),
    kind      TEXT   NOT NULL,
    at_millis BIGINT NOT NULL, -- when the five minutes began
    bin       TEXT   NOT NULL,
    amount    BIGINT NOT NULL,
    PRIMARY KEY (project, kind, at_millis, bin)
);

-- What a version's recordings and answers were like where it was made or began.
CREATE TABLE drift_reference (
    project        TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    origin         TEXT    NOT NULL CHECK (origin IN ('TRAINING', 'FIRST_PREDICTIONS')),
    body           TEXT    NOT NULL,
    made_at_millis BIGINT  NOT NULL,
    PRIMARY KEY (project, version),
    FOREIGN KEY (project, version) REFERENCES model_version (project, number)
);

-- What a project wants kept and be told of: a JSON object; a project without a row has what is standard.
CREATE TABLE watch (
    project TEXT NOT NULL PRIMARY KEY REFERENCES project (name),
    body    TEXT NOT NULL
);

-- What was not as it should be, and from when to when. One without a project is of the system.
CREATE TABLE alert (
    id               TEXT             NOT NULL PRIMARY KEY,
    project          TEXT             REFERENCES project (name),
    rule             TEXT             NOT NULL,
    value            DOUBLE PRECISION NOT NULL,
    threshold        DOUBLE PRECISION NOT NULL,
    detail           TEXT             NOT NULL,
    raised_at_millis BIGINT           NOT NULL,
    ended_at_millis  BIGINT
);

-- However many servers look, each trouble is raised once.
CREATE UNIQUE INDEX alert_open ON alert (coalesce(project, ''), rule) WHERE ended_at_millis IS NULL;
CREATE INDEX alert_by_time ON alert (raised_at_millis);

-- What a webhook is still to be told, so that a restart forgets nothing.
CREATE TABLE alert_notice (
    id                  TEXT    NOT NULL PRIMARY KEY,
    alert               TEXT    NOT NULL REFERENCES alert (id),
    kind                TEXT    NOT NULL CHECK (kind IN ('RAISED', 'ENDED')),
    attempts            INTEGER NOT NULL DEFAULT 0,
    due_at_millis       BIGINT, -- empty when it was delivered or given up
    delivered_at_millis BIGINT,
    failure             TEXT
);

CREATE INDEX alert_notice_by_due ON alert_notice (due_at_millis);
