package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.monitoring.Tally.Kind;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class TalliesTest {
    private final TestedDatabase tested;

    private static final Instant SEVEN_PAST = Instant.parse("2026-11-21T12:07:30Z");
    private static final Instant FIVE_PAST = Instant.parse("2026-11-21T12:05:00Z");

    @TempDir
    Path directory;

    private Database database;
    private Registry registry;
    private Tallies tallies;

    TalliesTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        registry = Registry.open(home, database, Clock.systemUTC());
        registry.create("doorbell", "custom");
        tallies = new Tallies(database, Clock.fixed(SEVEN_PAST, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        tallies.close();
        database.close();
    }

    @Test
    void whatCameInFiveMinutesIsAddedUpHoweverOftenItIsWritten() {
        tallies.count("doorbell", Kind.LABEL, "ding");
        tallies.flush();
        tallies.count("doorbell", Kind.LABEL, "ding");
        tallies.count("doorbell", Kind.LABEL, "dong", 3);
        assertThat(tallies.between("doorbell", FIVE_PAST, SEVEN_PAST))
                .containsExactly(
                        new Tally(Kind.LABEL, FIVE_PAST, "ding", 2), new Tally(Kind.LABEL, FIVE_PAST, "dong", 3));
        assertThat(tallies.between("doorbell", FIVE_PAST.plusSeconds(1), SEVEN_PAST))
                .isEmpty();
    }

    @Test
    void manyWhoCountAtOnceLoseNothing() {
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            tallies.count("doorbell", Kind.LABEL, "ding");
            if (i % 1_000 == 0) {
                tallies.flush();
            }
        });
        assertThat(tallies.between("doorbell", FIVE_PAST, SEVEN_PAST))
                .containsExactly(new Tally(Kind.LABEL, FIVE_PAST, "ding", 20_000));
    }

    @Test
    void aProjectThatIsGoneIsNotCountedForAndTheOthersAre() {
        tallies.count("nobody", Kind.LABEL, "ding");
        tallies.count("doorbell", Kind.LABEL, "ding");
        assertThat(tallies.between("doorbell", FIVE_PAST, SEVEN_PAST)).hasSize(1);
        assertThat(tallies.between("nobody", FIVE_PAST, SEVEN_PAST)).isEmpty();
    }

    @Test
    void whatIsCountedIsThereForThoseWhoComeLater() {
        tallies.count("doorbell", Kind.LISTENED, "", 1_500);
        tallies.close();
        try (Tallies later = new Tallies(database, Clock.systemUTC())) {
            assertThat(later.between("doorbell", FIVE_PAST, SEVEN_PAST)).hasSize(1);
        }
        registry.delete("doorbell");
        assertThat(tallies.between("doorbell", FIVE_PAST, SEVEN_PAST)).isEmpty();
    }

    @Test
    void aBinOfLatencyTellsItToWithinFivePercent() {
        for (long micros : new long[] {1, 20, 333, 1_200, 45_678, 9_999_999}) {
            assertThat(Tally.latencyMicros(Tally.latencyBin(micros))).isCloseTo((double) micros, within(0.05 * micros));
        }
        assertThat(Tally.latencyBin(0)).isEqualTo("0");
        assertThat(Tally.confidenceBin(1)).isEqualTo("9");
        assertThat(Tally.confidenceBin(0.05)).isEqualTo("0");
    }
}
