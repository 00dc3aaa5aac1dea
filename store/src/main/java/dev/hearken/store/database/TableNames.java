package dev.hearken.store.database;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The names of the tables that hold what Hearken knows. */
public final class TableNames {
    private TableNames() {}

    /** All of them, each after those it refers to. */
    public static List<String> inOrder(Handle handle) {
        try {
            DatabaseMetaData known = handle.getConnection().getMetaData();
            String schema = handle.getConnection().getSchema();
            Set<String> all =
                    new HashSet<>(column(known.getTables(null, schema, "%", new String[] {"TABLE"}), "TABLE_NAME"));
            all.removeIf(name -> name.startsWith("sqlite_") || name.startsWith("flyway_"));
            Set<String> ordered = new LinkedHashSet<>();
            for (String table : all.stream().sorted().toList()) {
                add(table, known, schema, ordered);
            }
            return List.copyOf(ordered);
        } catch (SQLException e) {
            throw new StoreException(StoreError.DATABASE_FAILED, "the tables cannot be listed: " + e.getMessage(), e);
        }
    }

    private static void add(String table, DatabaseMetaData known, String schema, Set<String> ordered)
            throws SQLException {
        for (String other : column(known.getImportedKeys(null, schema, table), "PKTABLE_NAME")) {
            if (!other.equals(table) && !ordered.contains(other)) {
                add(other, known, schema, ordered);
            }
        }
        ordered.add(table);
    }

    private static List<String> column(ResultSet rows, String name) throws SQLException {
        try (rows) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(name));
            }
            return values;
        }
    }
}
