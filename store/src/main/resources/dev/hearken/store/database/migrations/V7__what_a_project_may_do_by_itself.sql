-- What may happen without anybody asking.
ALTER TABLE project ADD COLUMN auto_promote INTEGER NOT NULL DEFAULT 1;
ALTER TABLE project ADD COLUMN retrain_after_clips INTEGER; -- so many new labelled clips; empty for never
