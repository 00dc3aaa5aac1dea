package dev.hearken.store.backup;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A table as lines of JSON: the names of its columns, then an array for each row; the same whatever database it lies in. */
record TableText(String table) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_AT_A_TIME = 500;

    /** Writes all rows; how many there were. */
    long write(Handle handle, BufferedWriter lines) {
        return handle.createQuery("SELECT * FROM " + table)
                .setFetchSize(ROWS_AT_A_TIME)
                .scanResultSet((rows, context) -> write(rows.get(), lines));
    }

    private static long write(ResultSet rows, BufferedWriter lines) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            values.add(rows.getMetaData().getColumnName(i));
        }
        line(values, lines);
        long count = 0;
        for (; rows.next(); count++) {
            values.clear();
            for (int i = 1; i <= columns; i++) {
                values.add(rows.getObject(i));
            }
            line(values, lines);
        }
        return count;
    }

    private static void line(List<@Nullable Object> values, BufferedWriter lines) {
        try {
            lines.write(JSON.writeValueAsString(values));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts rows that were written before into the empty table. */
    void read(Handle handle, BufferedReader lines) {
        try {
            String header = lines.readLine();
            List<String> columns = header == null ? List.of() : columns(header, known(handle));
            PreparedBatch batch = handle.prepareBatch("INSERT INTO %s (%s) VALUES (%s)"
                    .formatted(
                            table,
                            String.join(", ", columns),
                            columns.stream().map(column -> "?").collect(Collectors.joining(", "))));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(values(line, columns.size()));
                if (batch.size() == ROWS_AT_A_TIME) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw foreign();
        }
    }

    /** Only names the table has: they become part of a statement. */
    private List<String> columns(String header, List<String> known) {
        List<String> named =
                JSON.readTree(header).valueStream().map(JsonNode::asString).toList();
        if (named.isEmpty() || !known.containsAll(named)) {
            throw foreign();
        }
        return named;
    }

    private List<String> known(Handle handle) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE 1 = 0").scanResultSet((rows, context) -> {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.get().getMetaData().getColumnCount(); i++) {
                names.add(rows.get().getMetaData().getColumnName(i));
            }
            return names;
        });
    }

    private @Nullable Object[] values(String line, int columns) {
        JsonNode row = JSON.readTree(line);
        if (!row.isArray() || row.size() != columns) {
            throw foreign();
        }
        return row.valueStream().map(TableText::value).toArray();
    }

    private static @Nullable Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : value.asString();
    }

    private StoreException foreign() {
        return new StoreException(
                StoreError.BACKUP_FOREIGN, "the backup's rows of " + table + " are none of its schema");
    }
}
