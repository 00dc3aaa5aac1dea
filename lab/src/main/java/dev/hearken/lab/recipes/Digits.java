package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.Levelled;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.model.Licence;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.BandLimit;
import dev.hearken.lab.augmentation.Equalize;
import dev.hearken.lab.augmentation.Gain;
import dev.hearken.lab.augmentation.Noise;
import dev.hearken.lab.augmentation.NoiseAtSnr;
import dev.hearken.lab.augmentation.OneOf;
import dev.hearken.lab.augmentation.PitchShift;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.SmallRoom;
import dev.hearken.lab.augmentation.SpeakerScale;
import dev.hearken.lab.augmentation.SpecAugment;
import dev.hearken.lab.augmentation.TimeStretch;
import dev.hearken.lab.network.BcResNet;
import dev.hearken.lab.network.Crnn;
import dev.hearken.lab.network.DigitCnn;
import dev.hearken.lab.network.EmbeddingHead;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.training.Scene;
import dev.hearken.lab.training.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which digit, zero to nine, was spoken?
 *
 * <p>Two sizes. {@code embedding}: Google's pretrained speech embedding with a small head, for voices nobody has recorded yet.
 * {@code crnn} (and {@code bcresnet}, {@code cnn}): trained from nothing on 8 kHz log-mel, for the smallest devices.
 */
final class Digits implements Recipe {
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private static final Licence EMBEDDING_LICENCE =
            new Licence("Google speech embedding 1", "Apache-2.0", "Google; converted to ONNX by openWakeWord");

    private static final int ROOMS = 24;

    /** Every clip is scaled to this: a digit is the same digit whispered into a far microphone. */
    private static final float PEAK = 0.3f;

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public String question() {
        return "Which digit, 0 to 9, was spoken?";
    }

    @Override
    public List<String> networks() {
        return List.of("embedding", "crnn", "bcresnet", "cnn");
    }

    @Override
    public Settings defaults(String network) {
        if (!networks().contains(network)) {
            throw HearkenException.user(
                    "NETWORK_UNKNOWN",
                    "there is no network '%s' for digits; there are %s".formatted(network, networks()));
        }
        boolean pretrained = usesEmbedding(network);
        return new Settings(
                network,
                1,
                0.1,
                new TrainingSettings(
                        pretrained ? 12 : 16,
                        64,
                        pretrained ? 2e-3 : 3e-3,
                        1e-2,
                        "cosine",
                        0.1,
                        0.5,
                        5,
                        0,
                        0.05,
                        0,
                        true,
                        5,
                        3),
                new AugmentationSettings(0.9, 0.9, 0, 0.4, 0.6, 0.8, 0.3, 0, 0, pretrained ? 0 : 8, pretrained ? 0 : 6),
                300);
    }

    @Override
    public LabelSet labels(LabelSet found) {
        return LabelSet.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Override
    public String canonicalName(String name) {
        int digit = WORDS.indexOf(name.toLowerCase(Locale.ROOT));
        return digit < 0 ? name : Integer.toString(digit);
    }

    @Override
    public Plan plan(Settings settings, LabelSet labels) {
        FrontEnd frontEnd = usesEmbedding(settings.network())
                ? new Levelled(new SpeechEmbedding(SpeechEmbedding.SOUND_LAYERS), PEAK)
                : new Levelled(LogMel.digits8k(), PEAK);
        int rate = frontEnd.sampleRateHz();
        AugmentationSettings augmentation = settings.augmentation();
        boolean masked = augmentation.maskFrames() > 0 || augmentation.maskChannels() > 0;
        return new Plan(
                window(settings.network(), rate),
                frontEnd,
                network(settings.network(), labels.size()),
                new Scene(voice(augmentation), augmentation.shiftSeconds(), place(augmentation, rate, settings.seed())),
                masked
                        ? Optional.of(
                                new SpecAugment(augmentation.maskFrames(), 2, 0.2, augmentation.maskChannels(), 2))
                        : Optional.empty());
    }

    @Override
    public List<String> spellings(String label) {
        return List.of(WORDS.get(Integer.parseInt(label)));
    }

    @Override
    public List<Licence> licences(Settings settings) {
        return usesEmbedding(settings.network()) ? List.of(EMBEDDING_LICENCE) : List.of();
    }

    private static boolean usesEmbedding(String network) {
        return network.equals("embedding");
    }

    /** The reference network wants its 64 x 12 x 5 at the end; the others are quicker on less, and 97 % of digits last under 0.9 s. */
    private static ClipWindow window(String network, int rate) {
        double seconds = switch (network) {
            case "embedding" -> 1.2;
            case "cnn" -> 1.6;
            default -> 1.0;
        };
        return new ClipWindow((int) Math.round(seconds * rate), rate / 10);
    }

    private static Network network(String name, int labels) {
        return switch (name) {
            case "embedding" -> new EmbeddingHead(labels, 0.2f);
            case "crnn" -> new Crnn(labels, 0.1f);
            case "bcresnet" -> new BcResNet(labels, 3, 0.1f);
            case "cnn" -> new DigitCnn(labels, 0.3f);
            default -> throw new IllegalArgumentException("no network " + name);
        };
    }

    private static Augmentation voice(AugmentationSettings settings) {
        return AugmentationChain.empty()
                .then(settings.speaker(), new SpeakerScale(new Range(0.85, 1.18)))
                .then(settings.tempo(), new TimeStretch(new Range(0.75, 1.35)))
                .then(settings.pitch(), new PitchShift(new Range(0.8, 1.3)));
    }

    private static Augmentation place(AugmentationSettings settings, int rate, long seed) {
        return AugmentationChain.empty()
                .then(settings.room(), SmallRoom.simulated(ROOMS, new Range(0.08, 0.5), rate, seed))
                .then(settings.noise(), noise(new Range(5, 40)))
                .then(settings.equalizer(), new Equalize(new Range(-6, 6)))
                .then(settings.bandLimit(), new BandLimit(new Range(60, 400), new Range(2800, 7000)))
                .then(settings.gain(), new Gain(new Range(-12, 6)));
    }

    private static Augmentation noise(Range snrDb) {
        return new OneOf(Arrays.stream(Noise.Colour.values())
                .<Augmentation>map(colour -> new NoiseAtSnr(colour, snrDb))
                .toList());
    }
}
