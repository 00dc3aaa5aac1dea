package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.monitoring.Watch.Limit;
import dev.hearken.store.registry.Registry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class WatchesTest {
    private final TestedDatabase tested;

    @TempDir
    Path directory;

    private Database database;
    private Watches watches;

    WatchesTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        Registry.open(home, database, Clock.systemUTC()).create("doorbell", "custom");
        watches = new Watches(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsDecidedHoldsAtOnceAndForThoseWhoComeLater() {
        assertThat(watches.of("doorbell")).isEqualTo(Watch.STANDARD);
        Watch wanted = new Watch(
                true,
                3,
                30,
                Optional.of(URI.create("https://example.org/alerts")),
                Optional.of("shared"),
                Map.of(AlertRule.DRIFT_PSI, new Limit(false, 0.4)));
        watches.decide("doorbell", wanted);
        assertThat(watches.of("doorbell")).isEqualTo(wanted);
        assertThat(new Watches(database, Clock.systemUTC()).of("doorbell")).isEqualTo(wanted);
        assertThat(wanted.limit(AlertRule.DRIFT_PSI)).isEqualTo(new Limit(false, 0.4));
        assertThat(wanted.limit(AlertRule.ERROR_SHARE)).isEqualTo(new Limit(true, 0.01));
        assertThat(wanted.allLimits()).hasSize(7).doesNotContainKey(AlertRule.DISK_FULL_SHARE);
    }

    @Test
    void whatCannotBeWatchedIsRefused() {
        for (String address : new String[] {
            "file:///etc/passwd",
            "ftp://example.org/",
            "gopher://x/",
            "http:///nowhere",
            "https://me:secret@example.org/"
        }) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> Watch.requireHttp(URI.create(address)))
                    .withMessageContaining("http://host/");
        }
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new Watch(true, 0, 30, Optional.empty(), Optional.empty(), Map.of()));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new Watch(true, 1, 4_000, Optional.empty(), Optional.empty(), Map.of()));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new Watch(true, 1, 1, Optional.empty(), Optional.of(" "), Map.of()));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new Watch(
                        true,
                        1,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(AlertRule.DRIFT_PSI, new Limit(true, Double.NaN))));
    }
}
