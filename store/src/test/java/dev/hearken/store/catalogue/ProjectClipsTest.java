package dev.hearken.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Rejection;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class ProjectClipsTest {
    private final TestedDatabase tested;

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path directory;

    private Database database;
    private ProjectClips clips;

    ProjectClipsTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        Registry registry = Registry.open(home, database, Clock.systemUTC());
        registry.create("tones", "custom");
        registry.create("others", "custom");
        clips = new ProjectClips(
                database, Shelf.SOUNDS.of(home), AudioReader.standard(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRecordingIsKeptWithWhatIsToldAndMeasured() {
        byte[] file = constant(0.5f, 8_000);
        ProjectClip clip = added(clips.add("tones", "a.wav", file, ClipFacts.labelled("loud")));

        assertThat(clip.number()).isEqualTo(1);
        assertThat(clip.facts().label()).contains("loud");
        assertThat(clip.sound().format()).isEqualTo("wav pcm_s16");
        assertThat(clip.sound().durationSeconds()).isEqualTo(1);
        assertThat(clip.sound().rms()).isCloseTo(0.5, within(1e-6));
        assertThat(clip.warnings()).isEmpty();
        assertThat(clips.find("tones", 1)).contains(clip);
        assertThat(clips.file(clip)).isEqualTo(file);
    }

    @Test
    void whatIsNoRecordingIsRefusedAndNothingIsKept() {
        Intake refused = clips.add("tones", "a.wav", "words".getBytes(StandardCharsets.UTF_8), ClipFacts.NONE);
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Intake.Refused.class, it -> assertThat(it.reason()).isEqualTo(Rejection.NOT_AUDIO));
        assertThat(clips.count("tones", ClipFilter.PRESENT)).isZero();
    }

    @Test
    void theSameSoundIsTakenOnceInAProjectWhateverItsNameOrFormat() {
        ProjectClip first = added(clips.add("tones", "a.wav", constant(0.5f, 8_000), ClipFacts.labelled("loud")));

        Intake sameFile = clips.add("tones", "b.wav", constant(0.5f, 8_000), ClipFacts.labelled("quiet"));
        assertThat(sameFile).isEqualTo(new Intake.Duplicate(first, true));
        Intake sameSound = clips.add("tones", "c.wav", withTrailer(constant(0.5f, 8_000)), ClipFacts.NONE);
        assertThat(sameSound).isEqualTo(new Intake.Duplicate(first, false));
        assertThat(clips.add("others", "a.wav", constant(0.5f, 8_000), ClipFacts.NONE))
                .isInstanceOf(Intake.Added.class);
    }

    @Test
    void whatMayBeWrongIsNoticed() {
        assertThat(added(clips.add("tones", "silent", constant(0, 8_000), ClipFacts.NONE))
                        .warnings())
                .containsExactly(ClipWarning.SILENT);
        assertThat(added(clips.add("tones", "short", constant(0.5f, 400), ClipFacts.NONE))
                        .warnings())
                .containsExactly(ClipWarning.SHORT);
        assertThat(added(clips.add("tones", "clipped", constant(1, 8_000), ClipFacts.NONE))
                        .warnings())
                .containsExactly(ClipWarning.CLIPPED);
    }

    @Test
    void clipsAreFoundByWhatIsToldOfThem() {
        add("a.wav", 0.1f, "loud", "ann");
        add("b.wav", 0.2f, "loud", "bob");
        add("100%_c.wav", 0.3f, "quiet", "ann");
        clips.change("tones", List.of(2), new ClipChange(ClipFacts.NONE, Optional.of(true), Optional.empty()));

        assertThat(numbers(ClipFilter.PRESENT)).containsExactly(1, 2, 3);
        assertThat(numbers(ClipFilter.USABLE)).containsExactly(1, 3);
        assertThat(numbers(search("ANN"))).containsExactly(1, 3);
        assertThat(numbers(search("%"))).as("no wildcard").containsExactly(3);
        assertThat(clips.list("tones", ClipFilter.PRESENT, 1, 1))
                .extracting(ProjectClip::number)
                .containsExactly(2);
    }

    @Test
    void aDeletedClipCanBeTakenBackUnlessItCameInAgain() {
        add("a.wav", 0.1f, "loud", "ann");
        delete(1, true);
        assertThat(numbers(ClipFilter.PRESENT)).isEmpty();
        delete(1, false);
        assertThat(numbers(ClipFilter.PRESENT)).containsExactly(1);

        delete(1, true);
        assertThat(add("again.wav", 0.1f, "loud", "ann").number())
                .as("numbers are not used again")
                .isEqualTo(2);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> delete(1, false))
                .satisfies(e -> assertThat(e.error()).isEqualTo(StoreError.CONFLICT));
    }

    @Test
    void aChangeOfManyClipsIsMadeOfAllOrNone() {
        add("a.wav", 0.1f, "loud", "ann");
        ClipChange relabel = new ClipChange(ClipFacts.labelled("quiet"), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> clips.change("tones", List.of(1, 7), relabel))
                .satisfies(e -> assertThat(e.error()).isEqualTo(StoreError.NOT_FOUND));
        assertThat(clips.find("tones", 1).orElseThrow().facts().label()).contains("loud");
    }

    @Test
    void theFrozenSplitStays() {
        add("a.wav", 0.1f, "loud", "ann");
        add("b.wav", 0.2f, "loud", "bob");
        clips.freeze("tones", Map.of(1, Part.TRAIN, 2, Part.TEST));
        assertThat(numbers(ClipFilter.USABLE.in(Part.TEST))).containsExactly(2);
    }

    @Test
    void aLabelOfManyLinesIsRefused() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ClipFacts.labelled("a\nb"))
                .satisfies(e -> assertThat(e.error()).isEqualTo(StoreError.INVALID));
    }

    private ProjectClip add(String name, float value, String label, String speaker) {
        ClipFacts facts = new ClipFacts(Optional.of(label), Optional.of(speaker), Optional.empty(), Optional.empty());
        return added(clips.add("tones", name, constant(value, 8_000), facts));
    }

    private void delete(int number, boolean deleted) {
        clips.change("tones", List.of(number), new ClipChange(ClipFacts.NONE, Optional.empty(), Optional.of(deleted)));
    }

    private List<Integer> numbers(ClipFilter filter) {
        return clips.all("tones", filter).stream().map(ProjectClip::number).toList();
    }

    private static ClipFilter search(String text) {
        return new ClipFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(text));
    }

    private static ProjectClip added(Intake intake) {
        return ((Intake.Added) intake).clip();
    }

    private static byte[] constant(float value, int samples) {
        float[] sound = new float[samples];
        Arrays.fill(sound, value);
        return WavWriter.toBytes(Waveform.of(sound, 8_000));
    }

    /** The same sound in a file with another chunk after it. */
    private static byte[] withTrailer(byte[] wav) {
        byte[] longer = Arrays.copyOf(wav, wav.length + 12);
        System.arraycopy("note".getBytes(StandardCharsets.US_ASCII), 0, longer, wav.length, 4);
        longer[wav.length + 4] = 4;
        return longer;
    }
}
