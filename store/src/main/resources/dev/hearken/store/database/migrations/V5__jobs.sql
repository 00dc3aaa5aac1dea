-- Work for worker processes. A running job belongs to one worker until its lease runs out; attempts counts how often it was begun.
CREATE TABLE job (
    id                  TEXT    NOT NULL PRIMARY KEY,
    kind                TEXT    NOT NULL,
    project             TEXT    REFERENCES project (name),
    settings            TEXT    NOT NULL,
    max_attempts        INTEGER NOT NULL CHECK (max_attempts > 0),
    max_duration_millis BIGINT  NOT NULL CHECK (max_duration_millis > 0),
    state               TEXT    NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    attempts            INTEGER NOT NULL DEFAULT 0,
    worker              TEXT,
    lease_until_millis  BIGINT,
    cancel_wanted       INTEGER NOT NULL DEFAULT 0,
    progress            TEXT,
    result              TEXT,
    failure_code        TEXT,
    failure             TEXT,
    events              BIGINT  NOT NULL DEFAULT 0,
    created_at_millis   BIGINT  NOT NULL,
    started_at_millis   BIGINT,
    ended_at_millis     BIGINT,
    CHECK ((state = 'RUNNING') = (lease_until_millis IS NOT NULL)),
    CHECK ((state IN ('QUEUED', 'RUNNING')) = (ended_at_millis IS NULL)),
    CHECK ((state = 'FAILED') = (failure_code IS NOT NULL))
);

CREATE INDEX job_by_state ON job (state, created_at_millis);
CREATE INDEX job_by_project ON job (project, created_at_millis);

-- What happened to a job, in order: whoever knows the last number they saw misses nothing.
CREATE TABLE job_event (
    job       TEXT   NOT NULL REFERENCES job (id),
    number    BIGINT NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('STATE', 'PROGRESS', 'LOG')),
    body      TEXT   NOT NULL,
    at_millis BIGINT NOT NULL,
    PRIMARY KEY (job, number)
);
