package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import dev.hearken.store.monitoring.Reference.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The references of versions, in the database. */
public record References(Database database) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What stands in the table beside origin and time. */
    private record Body(Map<Signal, List<Double>> values, Map<String, Long> labels) {
        private static final TypeReference<Body> TYPE = new TypeReference<>() {};
    }

    /** The reference of a version, if one was kept. */
    public Optional<Reference> find(String project, int version) {
        return database.read(handle -> handle.select(
                        "SELECT origin, body, made_at_millis FROM drift_reference WHERE project = ? AND version = ?",
                        project,
                        version)
                .map((row, context) -> {
                    Body body = JSON.readValue(row.getString("body"), Body.TYPE);
                    return new Reference(
                            Origin.valueOf(row.getString("origin")),
                            body.values(),
                            body.labels(),
                            Instant.ofEpochMilli(row.getLong("made_at_millis")));
                })
                .findOne());
    }

    /** Keeps the reference of a version. One of its training replaces one of first predictions; else the first stays. */
    public void keep(String project, int version, Reference reference) {
        String body = JSON.writeValueAsString(new Body(reference.values(), reference.labels()));
        database.change(handle -> handle.execute(
                "INSERT INTO drift_reference (project, version, origin, body, made_at_millis) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (project, version) DO UPDATE SET origin = excluded.origin, body = excluded.body,"
                        + " made_at_millis = excluded.made_at_millis WHERE drift_reference.origin = 'FIRST_PREDICTIONS'"
                        + " AND excluded.origin = 'TRAINING'",
                project,
                version,
                reference.origin().name(),
                body,
                reference.madeAt().toEpochMilli()));
    }
}
