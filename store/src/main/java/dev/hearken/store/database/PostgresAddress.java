package dev.hearken.store.database;

import dev.hearken.core.HearkenException;
import java.util.Map;
import java.util.Optional;

/**
 * Where a PostgreSQL database is and who asks. It does not tell its password when printed.
 *
 * @param url as the JDBC driver takes it: {@code jdbc:postgresql://host/database}
 * @param user empty if the address tells it, or the system's user is meant
 * @param password empty if the address tells it, or none is wanted
 */
public record PostgresAddress(String url, Optional<String> user, Optional<String> password) {
    /** The environment variable that names a database other than the home's own. */
    public static final String VARIABLE = "HEARKEN_DATABASE";

    private static final String PREFIX = "jdbc:postgresql:";

    /** @throws HearkenException {@code DATABASE_ADDRESS_INVALID} if it is no address of a PostgreSQL database */
    public PostgresAddress {
        if (!url.startsWith(PREFIX)) {
            throw HearkenException.user(
                    "DATABASE_ADDRESS_INVALID",
                    VARIABLE + " is jdbc:postgresql://HOST/DATABASE, or nothing for the home's own database");
        }
    }

    /**
     * What {@value #VARIABLE}, {@code HEARKEN_DATABASE_USER} and {@code HEARKEN_DATABASE_PASSWORD} say; empty if the first says nothing.
     *
     * @param environment the process's variables, as {@link System#getenv()} gives them
     */
    static Optional<PostgresAddress> of(Map<String, String> environment) {
        return said(environment, VARIABLE)
                .map(url -> new PostgresAddress(
                        url, said(environment, VARIABLE + "_USER"), said(environment, VARIABLE + "_PASSWORD")));
    }

    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static Optional<String> said(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
