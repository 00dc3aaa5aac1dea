package dev.hearken.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class CatalogueTest {
    private final TestedDatabase tested;

    private static final int RATE_HZ = 8_000;
    private static final Waveform SOUND = Waveform.of(new float[] {0.5f, -0.25f, 0.125f, 0}, RATE_HZ);

    @TempDir
    Path folder;

    private Home home;
    private Database database;
    private Catalogue catalogue;

    CatalogueTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        home = tested.home(folder);
        database = Database.open(home);
        catalogue = Catalogue.of(home, database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static ClipKey key(String text, String voice) {
        return new ClipKey(new SpokenText(text), "flite", voice, "rate=1.0");
    }

    private SpokenClip clip(ClipKey key) {
        String sha256 = catalogue.sounds().keep(WavWriter.toBytes(SOUND));
        return new SpokenClip(
                key, "cmu/slt", "en-us", "BSD-like", sha256, Optional.empty(), SOUND.durationSeconds(), RATE_HZ);
    }

    private SpokenClip kept(String text, String voice) {
        SpokenClip clip = clip(key(text, voice));
        catalogue.keep(List.of(clip));
        return clip;
    }

    @Test
    void aClipIsFoundByTextEngineVoiceAndSettingsAndByNothingLess() {
        SpokenClip seven = kept("seven", "slt");
        assertThat(catalogue.find(List.of(seven.key())))
                .containsOnlyKeys(seven.key())
                .containsValue(seven);
        assertThat(catalogue.find(List.of(
                        key("eleven", "slt"),
                        key("seven", "rms"),
                        new ClipKey(new SpokenText("seven"), "flite", "slt", "rate=1.1"),
                        new ClipKey(new SpokenText("seven"), "festival", "slt", "rate=1.0"))))
                .isEmpty();
    }

    @Test
    void manyAreFoundInOneGo() {
        List<SpokenClip> clips = IntStream.range(0, 1_200)
                .mapToObj(i -> clip(key("number " + i, "slt")))
                .toList();
        catalogue.keep(clips);
        assertThat(catalogue.find(clips.stream().map(SpokenClip::key).toList())).hasSize(1_200);
    }

    @Test
    void aClipKeptAgainIsThereOnceWithTheNewSound() {
        SpokenClip old = kept("seven", "slt");
        String other = catalogue.sounds().keep(WavWriter.toBytes(Waveform.of(new float[] {0.5f}, RATE_HZ)));
        SpokenClip anew = new SpokenClip(
                old.key(), "cmu/slt", "en-us", "BSD-like", other, Optional.empty(), 1.0 / RATE_HZ, RATE_HZ);
        catalogue.keep(List.of(anew));
        assertThat(catalogue.saying(List.of(new SpokenText("seven")))).containsExactly(anew);
    }

    @Test
    void itsSoundIsTheSameSampleForSampleUntilItIsDamaged() throws IOException {
        SpokenClip seven = kept("seven", "slt");
        assertThat(catalogue.sound(seven)).contains(SOUND);
        Files.write(catalogue.sounds().file(seven.sha256()), new byte[] {1, 2, 3});
        assertThat(catalogue.sound(seven)).isEmpty();
    }

    @Test
    void aPhraseIsFoundHoweverItIsPunctuatedAlsoInsideASentence() {
        SpokenClip asked = kept("Hey, computer?", "slt");
        SpokenClip told = kept("hey computer", "slt");
        SpokenClip carried = kept("I said: Hey Computer, lights!", "slt");
        kept("they computerise", "slt");
        assertThat(catalogue.saying(List.of(new SpokenText("HEY COMPUTER")))).containsExactlyInAnyOrder(asked, told);
        assertThat(catalogue.containing(new SpokenText("hey computer"), 10))
                .containsExactlyInAnyOrder(asked, told, carried);
        assertThat(catalogue.containing(new SpokenText("hey computer"), 2)).hasSize(2);
        assertThat(catalogue.containing(new SpokenText("h_y c%r"), 10)).isEmpty();
    }

    @Test
    void aStretchOfAUsersOwnRecordingIsReadWhereItLies() throws IOException {
        Path file = folder.resolve("own.wav");
        WavWriter.write(SOUND, file);
        SpokenClip natural = new SpokenClip(
                new ClipKey(new SpokenText("hey"), ClipKey.NATURAL, "own/1", "span=0.000-0.000"),
                "ada",
                "en",
                "CC0-1.0",
                catalogue.sounds().keep(Files.readAllBytes(file)),
                Optional.of(new FileSpan(file, 1.0 / RATE_HZ, 3.0 / RATE_HZ)),
                2.0 / RATE_HZ,
                RATE_HZ);
        catalogue.keep(List.of(natural));
        SpokenClip found = catalogue.saying(List.of(new SpokenText("hey"))).get(0);
        assertThat(found).isEqualTo(natural);
        assertThat(found.key().isNatural()).isTrue();
        assertThat(catalogue.sound(found)).contains(SOUND.window(1, 3));
        Files.delete(file);
        assertThat(catalogue.sound(found)).isEmpty();
    }

    @Test
    void holdingsAreCountedByEngine() {
        kept("one", "slt");
        kept("two", "slt");
        assertThat(catalogue.holdings()).containsExactly(new Holdings("flite", 2, 2 * SOUND.durationSeconds(), 1));
    }
}
