package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import dev.hearken.core.task.Label;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.Surroundings;
import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.network.SpeechBackbone;
import dev.hearken.lab.synthesis.LabelledSpeech;
import dev.hearken.lab.training.BackboneBatch;
import dev.hearken.lab.training.BackboneExamples;
import dev.hearken.lab.training.BackboneProgress;
import dev.hearken.lab.training.BackboneSettings;
import dev.hearken.lab.training.BackboneTraining;
import dev.hearken.lab.training.Disturbed;
import dev.hearken.lab.training.EmbeddedClip;
import dev.hearken.lab.training.FrozenEmbedding;
import dev.hearken.lab.training.TrainedBackbone;
import dev.hearken.store.database.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Hearken's own backbone: Google's speech embedding, trained on without labels to hear through noise, rooms and microphones.
 *
 * @param speech folders of natural speech
 * @param noise folders of noise
 * @param holdout which recordings of both are never trained on
 * @param synthesized how many sentences synthetic voices say besides
 * @param settings of the training
 * @param seed what everything random is drawn from
 */
public record BackboneRun(
        List<Path> speech, List<Path> noise, Holdout holdout, int synthesized, BackboneSettings settings, long seed) {
    private static final int RATE_HZ = 16_000;
    private static final int HELD_OUT_BATCHES = 8;

    /** Examples are made on one thread more than PyTorch's: two cores are busy, and more would wait. */
    private static final int THREADS = 1;

    /** At -3 dB over four seconds with pauses, the loudest syllables still stand out. */
    private static final Range SNR_DB = new Range(-3, 22);

    /** Sounds are blurred less: what of a noise is noise? */
    private static final Range SOUND_SNR_DB = new Range(8, 25);

    private static final Range SPEECH_SPEEDS = new Range(0.87, 1.15);
    private static final Range NOISE_SPEEDS = new Range(0.6, 1.6);

    public BackboneRun {
        speech = List.copyOf(speech);
        noise = List.copyOf(noise);
    }

    /**
     * What training gave.
     *
     * @param weights of the best step
     * @param trained the errors on the way
     * @param origin what it was made from, by name
     */
    public record Result(SpeechEmbeddingWeights weights, TrainedBackbone trained, Map<String, Object> origin) {}

    /**
     * Loads, trains and measures.
     *
     * @param home where synthesized clips are kept between runs
     * @param checkpoint where to keep a checkpoint; if one is there already, training goes on from it
     * @param notes hears what a user should know
     * @param stop whether to end early, with the best weights so far
     * @throws dev.hearken.core.HearkenException if the folders cannot be learned from, saying why
     */
    public Result train(
            Home home,
            Optional<Path> checkpoint,
            Consumer<String> notes,
            Consumer<BackboneProgress> progress,
            BooleanSupplier stop) {
        BackboneClips speakers = BackboneClips.read(speech, "speech", holdout);
        BackboneClips noises = BackboneClips.read(noise, "noise", holdout);
        List<Waveform> natural = BackboneClips.load(speakers.trained(), RATE_HZ);
        List<Waveform> spoken = spoken(home, notes);
        notes.accept("%,d recordings of speech (%.2f h), %,d spoken by synthetic voices (%.2f h)"
                .formatted(natural.size(), hours(natural), spoken.size(), hours(spoken)));
        SpeechEmbeddingWeights released = SpeechEmbeddingWeights.released();
        SpeechBackbone backbone = SpeechBackbone.of(released, SpeechEmbedding.SOUND_LAYERS);
        try (FrozenEmbedding teacher = new FrozenEmbedding(released);
                BackboneExamples examples = examples(teacher, natural, spoken, noises)) {
            Map<String, List<BackboneBatch>> heldOut = heldOut(teacher, speakers, noises);
            TrainedBackbone trained = new BackboneTraining(backbone, settings, checkpoint, Clock.systemUTC())
                    .train(examples, heldOut, progress, stop);
            return new Result(
                    released.with(backbone.trained(trained.weights())),
                    trained,
                    origin(speakers, noises, natural, spoken, trained));
        }
    }

    private BackboneExamples examples(
            FrozenEmbedding teacher, List<Waveform> natural, List<Waveform> spoken, BackboneClips noises) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Waveform> recorded = BackboneClips.load(noises.trained(), RATE_HZ);
        Surroundings sounds = new Surroundings(recorded, natural, random);
        List<Waveform> voices = new ArrayList<>(BackboneSounds.varied(natural, SPEECH_SPEEDS, random));
        voices.addAll(spoken);
        List<Waveform> others = new ArrayList<>(BackboneSounds.varied(recorded, NOISE_SPEEDS, random));
        others.addAll(BackboneSounds.melodies(random));
        return new BackboneExamples(
                new Disturbed(embedded(teacher, voices), sounds.disturbance(SNR_DB)),
                new Disturbed(embedded(teacher, others), sounds.disturbance(SOUND_SNR_DB)),
                teacher,
                settings,
                seed,
                THREADS);
    }

    /** Speech and noise nobody trains on: disturbed, and as it is. */
    private Map<String, List<BackboneBatch>> heldOut(
            FrozenEmbedding teacher, BackboneClips speakers, BackboneClips noises) {
        List<Waveform> voices = BackboneClips.load(speakers.heldOut(), RATE_HZ);
        List<Waveform> recorded = BackboneClips.load(noises.heldOut(), RATE_HZ);
        List<EmbeddedClip> clean = embedded(teacher, voices);
        Surroundings sounds = new Surroundings(recorded, voices, new SplittableRandom(~seed));
        Map<String, List<BackboneBatch>> batches = new LinkedHashMap<>();
        batches.put(BackboneTraining.NOISY, batches(teacher, clean, sounds.disturbance(SNR_DB)));
        batches.put("clean", batches(teacher, clean, AugmentationChain.empty()));
        return batches;
    }

    private List<BackboneBatch> batches(FrozenEmbedding teacher, List<EmbeddedClip> clips, Augmentation disturbance) {
        Disturbed disturbed = new Disturbed(clips, disturbance);
        try (BackboneExamples examples =
                new BackboneExamples(disturbed, disturbed, teacher, settings, ~seed, THREADS)) {
            return examples.first(HELD_OUT_BATCHES);
        }
    }

    /** Each clip with a little silence around it, at least as long as a window. */
    private List<EmbeddedClip> embedded(FrozenEmbedding teacher, List<Waveform> clips) {
        int margin = RATE_HZ / 4;
        return clips.parallelStream()
                .map(clip -> {
                    int length = Math.max(clip.length() + 2 * margin, settings.windowSamples());
                    int before = (length - clip.length()) / 2;
                    return teacher.embed(clip.window(-before, length - before));
                })
                .toList();
    }

    private List<Waveform> spoken(Home home, Consumer<String> notes) {
        SynthesizedClips clips =
                SynthesizedClips.speak(Map.of(new Label("speech"), sentences()), synthesized, seed, home);
        clips.notes().forEach(notes);
        return clips.clips().stream()
                .map(LabelledSpeech::waveform)
                .map(clip -> Resampler.resample(clip, RATE_HZ))
                .toList();
    }

    private static List<String> sentences() {
        try (InputStream in = BackboneRun.class.getResourceAsStream("sentences.txt")) {
            if (in == null) {
                throw new IllegalStateException("sentences.txt is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, Object> origin(
            BackboneClips speakers,
            BackboneClips noises,
            List<Waveform> natural,
            List<Waveform> spoken,
            TrainedBackbone trained) {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("speech_digest", speakers.digest());
        origin.put("noise_digest", noises.digest());
        origin.put("speech_clips", natural.size());
        origin.put("speech_hours", hours(natural));
        origin.put("synthesized_clips", spoken.size());
        origin.put("synthesized_hours", hours(spoken));
        origin.put("holdout", holdout.share());
        origin.put("seed", seed);
        origin.put("settings", settings);
        origin.put("steps", trained.steps());
        origin.put("best_step", trained.bestStep());
        origin.put("error_released", trained.frozen());
        origin.put("error_trained", trained.heldOut());
        origin.put("pytorch", BackboneTraining.engineVersion());
        return origin;
    }

    private static double hours(List<Waveform> clips) {
        return clips.stream().mapToDouble(Waveform::durationSeconds).sum() / 3600;
    }
}
