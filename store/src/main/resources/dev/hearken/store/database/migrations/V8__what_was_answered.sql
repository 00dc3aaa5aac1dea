-- What models answered, and what people said of it. Sound is not kept here.
CREATE TABLE prediction (
    id               TEXT             NOT NULL PRIMARY KEY,
    project          TEXT             NOT NULL REFERENCES project (name),
    version          INTEGER          NOT NULL,
    source           TEXT             NOT NULL,
    file             TEXT             NOT NULL,
    label            TEXT             NOT NULL,
    probability      DOUBLE PRECISION NOT NULL,
    latency_micros   BIGINT           NOT NULL,
    duration_seconds DOUBLE PRECISION NOT NULL,
    at_millis        BIGINT           NOT NULL
);

CREATE INDEX prediction_by_time ON prediction (project, at_millis);

CREATE TABLE feedback (
    id         TEXT    NOT NULL PRIMARY KEY,
    project    TEXT    NOT NULL REFERENCES project (name),
    prediction TEXT    REFERENCES prediction (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('LABEL', 'MISS', 'FALSE_ALARM')),
    label      TEXT,
    clip       INTEGER, -- the recording that came with it, if whoever sent it agreed to that
    at_millis  BIGINT  NOT NULL
);

CREATE INDEX feedback_by_time ON feedback (project, at_millis);
