-- What the models of a project listen for, where somebody typed it.
ALTER TABLE project ADD COLUMN phrase TEXT;
