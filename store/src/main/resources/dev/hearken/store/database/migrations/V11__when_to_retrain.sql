-- When a retraining is asked for besides after so many clips; empty for never.
ALTER TABLE project ADD COLUMN retrain_on_drift DOUBLE PRECISION;
ALTER TABLE project ADD COLUMN retrain_every_days INTEGER;
