package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.monitoring.Alert.Notice;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class AlertsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<String> DOORBELL = Optional.of("doorbell");
    private static final Finding SLOW = new Finding(AlertRule.LATENCY_P95_MILLIS, 612, 500, "612 ms");
    private static final Finding FAST = new Finding(AlertRule.LATENCY_P95_MILLIS, 12, 500, "12 ms");
    private static final Finding FULL = new Finding(AlertRule.DISK_FULL_SHARE, 0.97, 0.9, "97 %");

    private final TestedDatabase tested;

    @TempDir
    Path directory;

    private Instant now = NOON;
    private Database database;
    private Registry registry;
    private Alerts alerts;

    AlertsTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        registry = Registry.open(home, database, Clock.systemUTC());
        registry.create("doorbell", "custom");
        InstantSource time = () -> now;
        alerts = new Alerts(database, time.withZone(ZoneOffset.UTC), UUID::randomUUID);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTroubleIsRaisedOnceAndEndsOnce() {
        alerts.note(DOORBELL, FAST);
        assertThat(alerts.open()).isEmpty();
        alerts.note(DOORBELL, SLOW);
        alerts.note(DOORBELL, new Finding(AlertRule.LATENCY_P95_MILLIS, 700, 500, "700 ms"));
        assertThat(alerts.open()).hasSize(1);
        assertThat(alerts.open().get(0).detail())
                .as("it tells how it stands now")
                .isEqualTo("700 ms");

        now = NOON.plusSeconds(60);
        alerts.note(DOORBELL, FAST);
        alerts.note(DOORBELL, FAST);
        assertThat(alerts.open()).isEmpty();
        Alert over = alerts.latest("doorbell", 10).get(0);
        assertThat(over.raisedAt()).isEqualTo(NOON);
        assertThat(over.endedAt()).contains(NOON.plusSeconds(60));
        assertThat(take().kind()).isEqualTo(Notice.Kind.RAISED);
    }

    @Test
    void aRuleThatIsNotLookedAtAnyMoreLeavesNoTrouble() {
        alerts.note(Optional.empty(), FULL);
        alerts.note(DOORBELL, SLOW);
        alerts.forget(DOORBELL, AlertRule.LATENCY_P95_MILLIS);
        assertThat(alerts.open()).extracting(Alert::rule).containsExactly(AlertRule.DISK_FULL_SHARE);
        assertThat(alerts.latest(10)).hasSize(2);
        assertThat(alerts.latest("doorbell", 10)).hasSize(1);
    }

    @Test
    void manyWhoFindTheSameRaiseItOnce() {
        IntStream.range(0, 8).parallel().forEach(server -> alerts.note(DOORBELL, SLOW));
        assertThat(alerts.latest(10)).hasSize(1);
        assertThat(take().attempts()).isZero();
        assertThat(alerts.take()).isEmpty();
    }

    @Test
    void aNoticeThatIsNotToldIsDueAgainSixTimesInAll() {
        alerts.note(DOORBELL, SLOW);
        for (int attempt = 0; attempt < 6; attempt++) {
            Notice notice = take();
            assertThat(notice.attempts()).isEqualTo(attempt);
            alerts.notTold(notice, "connection refused");
            assertThat(alerts.take()).as("not at once").isEmpty();
            now = now.plus(Duration.ofHours(3));
        }
        assertThat(alerts.take()).as("given up").isEmpty();
    }

    @Test
    void aNoticeWhoseTellerDiedIsTakenByTheNext() {
        alerts.note(DOORBELL, SLOW);
        Notice taken = take();
        assertThat(alerts.take()).isEmpty();
        now = now.plusSeconds(61);
        Notice again = take();
        assertThat(again.id()).isEqualTo(taken.id());
        alerts.told(again);
        now = now.plus(Duration.ofDays(1));
        assertThat(alerts.take()).isEmpty();
    }

    @Test
    void aProjectTakesItsAlertsWithIt() {
        alerts.note(DOORBELL, SLOW);
        registry.delete("doorbell");
        assertThat(alerts.latest(10)).isEmpty();
        assertThat(alerts.take()).isEmpty();
    }

    private Notice take() {
        return alerts.take().orElseThrow();
    }
}
