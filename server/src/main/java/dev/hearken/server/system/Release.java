package dev.hearken.server.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Which release this is, as the build noted it. */
@Component
final class Release {
    private final String version;

    Release() {
        Properties properties = new Properties();
        try (InputStream resource = Release.class.getResourceAsStream("/dev/hearken/server/release.properties")) {
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the release's own description", e);
        }
        version = properties.getProperty("version", "unknown");
    }

    String version() {
        return version;
    }
}
