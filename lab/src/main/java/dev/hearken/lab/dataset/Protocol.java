package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way of judging a recipe: which clips are tested by a model that never heard them.
 *
 * <p>All but {@link Official} keep every known group (speaker, source, fold) on one side of each split. The same clips and seed always
 * give the same folds. Every fold's validation part comes out of its training part, never out of the test.
 */
public sealed interface Protocol {
    /** How many parts {@code k-fold} makes where nothing else is asked for and groups allow. */
    int DEFAULT_FOLDS = 5;

    /** One model is trained for each fold, so a slip of the keyboard must not order a thousand. */
    int MAX_FOLDS = 100;

    /** The words {@link #parse} understands, for help and error messages. */
    String WORDS = "official, leave-one-speaker-out, k-fold, k-fold:K, hold-out";

    /**
     * The protocol of these words: {@value #WORDS}.
     *
     * @throws HearkenException with code {@code PROTOCOL_UNKNOWN}
     */
    static Protocol parse(String words) {
        Matcher kFold = Pattern.compile("k-fold:(\\d{1,4})").matcher(words);
        if (kFold.matches()) {
            return KFold.of(Integer.parseInt(kFold.group(1)));
        }
        return switch (words) {
            case "official" -> new Official();
            case "leave-one-speaker-out" -> new LeaveOneSpeakerOut();
            case "k-fold" -> new KFold(Optional.empty());
            case "hold-out" -> new HoldOut();
            default ->
                throw HearkenException.user(
                        "PROTOCOL_UNKNOWN", "there is no protocol '%s'; there are %s".formatted(words, WORDS));
        };
    }

    /** The word {@link #parse} understands. */
    String word();

    /** The validation part that suits this protocol: what it shares with training is what the test shares with training. */
    ValidationSplit validation();

    /**
     * The folds of these clips, with the validation part that suits the protocol.
     *
     * @throws HearkenException if the clips do not allow the protocol, saying why
     */
    default List<Fold> folds(List<LabelledClip> clips, long seed) {
        return folds(clips, validation(), seed);
    }

    /** The folds of these clips, with a validation part of one's own choice. */
    List<Fold> folds(List<LabelledClip> clips, ValidationSplit validation, long seed);

    /**
     * The fold of a protocol that has one, for a single model.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if it would make more than one model
     */
    default Fold onlyFold(List<LabelledClip> clips, ValidationSplit validation, long seed) {
        List<Fold> folds = folds(clips, validation, seed);
        if (folds.size() > 1) {
            throw HearkenException.user(
                    "PROTOCOL_HAS_MANY_FOLDS",
                    "%s makes %d models; a single one is made by official or hold-out".formatted(word(), folds.size()));
        }
        return folds.get(0);
    }

    /**
     * The split the data set makes itself: by lists, as Speech Commands', by folders, or by a column; its own validation part too, where it has
     * one.
     *
     * <p>The Free Spoken Digit Dataset tells none, but defines one: takes 0-4 of every speaker and digit are tested, the others trained on.
     * So the six speakers are in training <em>and</em> test: its figure says nothing of unseen voices.
     */
    record Official() implements Protocol {
        private static final int FIRST_TRAINING_TAKE = 5;
        private static final Pattern DIGIT = Pattern.compile("\\d");

        @Override
        public String word() {
            return "official";
        }

        @Override
        public ValidationSplit validation() {
            return ValidationSplit.stratified(0.1);
        }

        @Override
        public List<Fold> folds(List<LabelledClip> clips, ValidationSplit validation, long seed) {
            return List.of(Fold.given(clips)
                    .map(given -> whole(given, validation, seed))
                    .orElseGet(() -> byTake(clips, validation, seed)));
        }

        private Fold whole(Fold given, ValidationSplit validation, long seed) {
            return given.validation().isEmpty()
                    ? Folds.of(word(), given.train(), given.test(), validation, seed)
                    : new Fold(word(), given.train(), given.validation(), given.test()).requireLearnable();
        }

        private Fold byTake(List<LabelledClip> clips, ValidationSplit validation, long seed) {
            boolean fsdd = clips.stream()
                    .allMatch(clip -> clip.take().isPresent()
                            && clip.group().isPresent()
                            && DIGIT.matcher(clip.label().name()).matches());
            if (!fsdd) {
                throw HearkenException.user(
                        "PROTOCOL_NOT_DEFINED",
                        "the data set makes no split of its own (lists, folders or a column), nor are its clips named"
                                + " digit_speaker_index.wav; choose another protocol");
            }
            Map<Boolean, List<LabelledClip>> parts = clips.stream()
                    .collect(Collectors.partitioningBy(clip -> clip.take().orElseThrow() < FIRST_TRAINING_TAKE));
            return Folds.of(word(), side(parts, false), side(parts, true), validation, seed);
        }

        private static List<LabelledClip> side(Map<Boolean, List<LabelledClip>> parts, boolean test) {
            List<LabelledClip> side = parts.getOrDefault(test, List.of());
            if (side.isEmpty()) {
                throw HearkenException.user(
                        "PROTOCOL_NOT_DEFINED",
                        "the official split tests takes 0-4 and trains on the others, but there are no "
                                + (test ? "takes 0-4" : "other takes"));
            }
            return side;
        }
    }

    /**
     * Each known group is tested once by a model trained on all others.
     *
     * <p>Clips of unknown group are always trained on and never tested: they might be anybody's.
     */
    record LeaveOneSpeakerOut() implements Protocol {
        @Override
        public String word() {
            return "leave-one-speaker-out";
        }

        @Override
        public ValidationSplit validation() {
            return ValidationSplit.byGroup(0.2);
        }

        @Override
        public List<Fold> folds(List<LabelledClip> clips, ValidationSplit validation, long seed) {
            List<String> groups = Folds.knownGroups(clips);
            if (groups.size() < 2) {
                throw HearkenException.user(
                        "PROTOCOL_TOO_FEW_GROUPS",
                        "%s needs clips of at least two known speakers, but there are %d; choose k-fold or hold-out"
                                .formatted(word(), groups.size()));
            }
            if (groups.size() > MAX_FOLDS) {
                throw HearkenException.user(
                        "PROTOCOL_TOO_MANY_FOLDS",
                        "%s would train %d models, one a speaker, and %d is the limit; choose k-fold, which keeps speakers apart too"
                                .formatted(word(), groups.size(), MAX_FOLDS));
            }
            return groups.stream()
                    .map(group -> Folds.testing(
                            group, clips, clip -> clip.group().equals(Optional.of(group)), validation, seed))
                    .toList();
        }
    }

    /**
     * Every clip is tested once, by one of {@code k} models; known groups stay whole and labels are spread as evenly as groups allow.
     *
     * @param k how many parts, 2 to {@value Protocol#MAX_FOLDS}; empty for {@value Protocol#DEFAULT_FOLDS}, or one a group where there
     *     are fewer groups
     */
    record KFold(Optional<Integer> k) implements Protocol {
        public KFold {
            if (k.isPresent() && (k.get() < 2 || k.get() > MAX_FOLDS)) {
                throw HearkenException.user(
                        "PROTOCOL_FOLDS_OUT_OF_RANGE", "k must be from 2 to %d, got %d".formatted(MAX_FOLDS, k.get()));
            }
        }

        /** Exactly {@code k} folds. */
        public static KFold of(int k) {
            return new KFold(Optional.of(k));
        }

        @Override
        public String word() {
            return k.map(parts -> "k-fold:" + parts).orElse("k-fold");
        }

        @Override
        public ValidationSplit validation() {
            return ValidationSplit.byGroup(0.2);
        }

        @Override
        public List<Fold> folds(List<LabelledClip> clips, ValidationSplit validation, long seed) {
            int units = Folds.requireTwoUnits(clips, word());
            if (k.isPresent() && k.get() > units) {
                throw HearkenException.user(
                        "PROTOCOL_TOO_FEW_GROUPS",
                        "%s cannot be made of %d speakers or sources; choose a smaller K".formatted(word(), units));
            }
            int size = k.orElse(Math.min(DEFAULT_FOLDS, units));
            List<List<LabelledClip>> parts = Partition.byGroup(clips, size, seed);
            return IntStream.range(0, size)
                    .mapToObj(part ->
                            Folds.testing((part + 1) + "/" + size, clips, Folds.in(parts.get(part)), validation, seed))
                    .toList();
        }
    }

    /** One split: about a fifth of the clips is tested; known groups stay whole. */
    record HoldOut() implements Protocol {
        private static final int PARTS = 5;

        @Override
        public String word() {
            return "hold-out";
        }

        @Override
        public ValidationSplit validation() {
            return ValidationSplit.byGroup(0.2);
        }

        @Override
        public List<Fold> folds(List<LabelledClip> clips, ValidationSplit validation, long seed) {
            int units = Folds.requireTwoUnits(clips, word());
            List<LabelledClip> test =
                    Partition.byGroup(clips, Math.min(PARTS, units), seed).get(0);
            return List.of(Folds.testing(word(), clips, Folds.in(test), validation, seed));
        }
    }
}
