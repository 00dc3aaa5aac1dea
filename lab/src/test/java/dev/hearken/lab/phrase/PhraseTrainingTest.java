package dev.hearken.lab.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.synthesis.LabelledSpeech;
import dev.hearken.lab.synthesis.SpeechStudio;
import dev.hearken.lab.synthesis.Voice;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseTrainingTest {
    private static final SpokenPhrase PHRASE = SpokenPhrase.of("hey computer");
    private static final PhraseSettings SMALL = PhraseSettings.STANDARD.with(
            List.of("clips=90", "sentences=60", "confusers=60", "passes=2", "training.steps=150"));

    @TempDir
    private Path folder;

    @Test
    void aTypedPhraseBecomesADetectorThatKnowsWhatItCosts() throws IOException {
        Home home = Home.open(folder.resolve("home"));
        List<Voice> voices = Voices.installed(home).all();
        assumeThat(voices).as("voices of this machine").isNotEmpty();
        try (Database database = Database.open(home)) {
            makeBackground(home, database, voices);
            TrainedPhrase first = train(home, database, voices);
            ModelFile model = first.model();
            ModelMetadata metadata = model.metadata();

            assertThat(metadata.task()).isEqualTo("phrase");
            assertThat(metadata.labels().names()).containsExactly("hey computer", "_background_");
            assertThat(metadata.operatingPoints())
                    .extracting(point -> point.label())
                    .containsOnly("hey computer");
            assertThat(metadata.operatingPoints().get(0).negativeHours()).isPositive();
            assertThat(metadata.licences())
                    .extracting(licence -> licence.work())
                    .contains("sentences");
            assertThat(first.judgement().wanted().missed().value()).isLessThan(0.5);
            assertThat(model.toBytes().length).isLessThan(3_000_000);
            assertThat(PhraseCard.of(first, "hey-computer.onnx")).contains("# Detector of \"hey computer\"");
            assertThat(saysThePhrase(model, home, database, voices)).isTrue();
        }
    }

    @Test
    void withoutAVoiceThereIsAnErrorThatSaysWhatToInstall() {
        Home home = Home.open(folder.resolve("home"));
        try (Database database = Database.open(home)) {
            assertThatThrownBy(() -> train(home, database, List.of()))
                    .isInstanceOfSatisfying(HearkenException.class, e -> {
                        assertThat(e.code()).isEqualTo("NO_VOICES");
                        assertThat(e).hasMessageContaining("install");
                    });
        }
    }

    @Test
    void theBackgroundInTheBoxHoldsHoursOfCreditedSound() {
        Background background = BackgroundPack.inTheBox();

        assertThat(background.cleanHours()).isGreaterThan(4);
        assertThat(background.credits()).extracting(Licence::work).contains("LibriSpeech", "LJ Speech", "ESC-10");
        assertThat(background.credits())
                .allSatisfy(credit -> assertThat(credit.licence()).isNotBlank());
        // A speaker of speechocean762 says "We call it bear".
        assertThat(background.without("we call it bear").clean().size())
                .isLessThan(background.clean().size());
    }

    /** A background of sentences by the same voices: enough to see that all parts work together. */
    private void makeBackground(Home home, Database database, List<Voice> voices) throws IOException {
        Path sentences = Files.createDirectories(folder.resolve("sentences"));
        int number = 0;
        for (LabelledSpeech said :
                new PhraseSpeech(PHRASE, SMALL, sources(home, database, voices), PhraseProgress.silent()).sentences()) {
            WavWriter.write(said.waveform(), sentences.resolve("sentence-" + number++ + ".wav"));
        }
        Licence credit = new Licence("sentences", "CC0-1.0", "synthetic voices");
        BackgroundPack.write(List.of(new BackgroundPack.Source(sentences, credit)), new Holdout(0), 0.5, folder, 1);
    }

    private TrainedPhrase train(Home home, Database database, List<Voice> voices) {
        return new PhraseTraining(
                        PHRASE, SMALL, sources(home, database, voices), PhraseProgress.silent(), InstantSource.system())
                .train();
    }

    private PhraseSources sources(Home home, Database database, List<Voice> voices) {
        return new PhraseSources(
                voices,
                new SpeechStudio(Catalogue.of(home, database), 2),
                List.of(),
                List.of(),
                Optional.empty(),
                new PhraseSources.Pack.Folder(folder),
                home.cache().resolve("embeddings"));
    }

    /** Whether clips of the phrase score higher than other speech, as a rule. */
    private boolean saysThePhrase(ModelFile model, Home home, Database database, List<Voice> voices) {
        PhraseSpeech speech = new PhraseSpeech(PHRASE, SMALL, sources(home, database, voices), PhraseProgress.silent());
        try (Classifier classifier = Classifier.open(model)) {
            double said =
                    mean(classifier, speech.phrase().stream().map(SaidClip::of).toList());
            double other = mean(
                    classifier, speech.sentences().stream().map(SaidClip::of).toList());
            return said > other + 0.2;
        }
    }

    private static double mean(Classifier classifier, List<SaidClip> clips) {
        return clips.stream()
                .limit(20)
                .mapToDouble(clip -> classifier
                        .classify(clip.sound().window(-32_000, clip.sound().length() + 3_200))
                        .posteriors()
                        .toArray()[0])
                .average()
                .orElseThrow();
    }
}
