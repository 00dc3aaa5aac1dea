-- Without it a run on groups found by a pattern could not be done again.
ALTER TABLE run ADD COLUMN group_pattern TEXT;
