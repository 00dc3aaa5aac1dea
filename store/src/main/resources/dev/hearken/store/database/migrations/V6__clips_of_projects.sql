-- The recordings of a project; their sounds lie in the sound store. A clip that was deleted stays, so that it can be taken back.
CREATE TABLE project_clip (
    project           TEXT             NOT NULL REFERENCES project (name),
    number            INTEGER          NOT NULL CHECK (number > 0),
    sha256            TEXT             NOT NULL CHECK (length(sha256) = 64), -- of the file
    sound_sha256      TEXT             NOT NULL CHECK (length(sound_sha256) = 64), -- of the samples, in whatever format they came
    name              TEXT             NOT NULL,
    label             TEXT,
    speaker           TEXT,
    source            TEXT,
    licence           TEXT,
    format            TEXT             NOT NULL,
    sample_rate_hz    INTEGER          NOT NULL CHECK (sample_rate_hz > 0),
    duration_seconds  DOUBLE PRECISION NOT NULL CHECK (duration_seconds > 0),
    peak              DOUBLE PRECISION NOT NULL,
    rms               DOUBLE PRECISION NOT NULL,
    warnings          TEXT             NOT NULL,
    part              TEXT             CHECK (part IN ('TRAIN', 'TEST')), -- empty until the test set was frozen
    excluded          INTEGER          NOT NULL DEFAULT 0,
    deleted_at_millis BIGINT,
    added_at_millis   BIGINT           NOT NULL,
    PRIMARY KEY (project, number)
);

CREATE INDEX project_clip_by_sound ON project_clip (project, sound_sha256);
CREATE INDEX project_clip_by_label ON project_clip (project, label, number);
