-- Written for SQLite and PostgreSQL alike. Times are milliseconds since 1970 in UTC.

CREATE TABLE project (
    name              TEXT   NOT NULL PRIMARY KEY,
    recipe            TEXT   NOT NULL,
    created_at_millis BIGINT NOT NULL
);

-- A version never changes; aliases move.
CREATE TABLE model_version (
    project           TEXT    NOT NULL REFERENCES project (name),
    number            INTEGER NOT NULL CHECK (number > 0),
    sha256            TEXT    NOT NULL CHECK (length(sha256) = 64),
    size_bytes        BIGINT  NOT NULL,
    origin            TEXT    NOT NULL CHECK (origin IN ('STARTER', 'TRAINED', 'UPLOADED')),
    summary           TEXT    NOT NULL,
    created_at_millis BIGINT  NOT NULL,
    PRIMARY KEY (project, number),
    UNIQUE (project, sha256)
);

CREATE TABLE model_alias (
    project         TEXT    NOT NULL,
    alias           TEXT    NOT NULL CHECK (alias IN ('LIVE', 'PREVIOUS', 'CANDIDATE')),
    number          INTEGER NOT NULL,
    moved_at_millis BIGINT  NOT NULL,
    PRIMARY KEY (project, alias),
    FOREIGN KEY (project, number) REFERENCES model_version (project, number)
);

-- A run may stand alone: training to a file needs no project.
CREATE TABLE run (
    id                TEXT   NOT NULL PRIMARY KEY,
    project           TEXT   REFERENCES project (name),
    recipe            TEXT   NOT NULL,
    state             TEXT   NOT NULL CHECK (state IN ('RUNNING', 'FINISHED', 'STOPPED', 'FAILED')),
    parameters        TEXT   NOT NULL,
    data_sha256       TEXT   CHECK (length(data_sha256) = 64),
    metrics           TEXT,
    failure           TEXT,
    started_at_millis BIGINT NOT NULL,
    ended_at_millis   BIGINT,
    CHECK ((state = 'RUNNING') = (ended_at_millis IS NULL))
);

CREATE INDEX run_by_start ON run (started_at_millis);
