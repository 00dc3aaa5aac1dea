-- What a run was asked, so that it can be done again, and what it measured and made on its way.

ALTER TABLE run ADD COLUMN parent TEXT; -- the sweep it is a trial of; not a reference, since an imported parent may be missing
ALTER TABLE run ADD COLUMN data_folder TEXT;
ALTER TABLE run ADD COLUMN protocol TEXT;
ALTER TABLE run ADD COLUMN command TEXT NOT NULL DEFAULT '[]';
ALTER TABLE run ADD COLUMN versions TEXT NOT NULL DEFAULT '{}';

CREATE INDEX run_by_parent ON run (parent);

CREATE TABLE run_metric (
    run       TEXT             NOT NULL REFERENCES run (id),
    key       TEXT             NOT NULL,
    step      BIGINT           NOT NULL,
    at_millis BIGINT           NOT NULL,
    value     DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (run, key, step, at_millis)
);

CREATE TABLE run_artifact (
    run        TEXT   NOT NULL REFERENCES run (id),
    name       TEXT   NOT NULL,
    file       TEXT   NOT NULL,
    sha256     TEXT   NOT NULL CHECK (length(sha256) = 64),
    size_bytes BIGINT NOT NULL,
    PRIMARY KEY (run, name)
);
