package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How good the guess is where the speakers are known: the figures of {@link VoiceClusters} and docs/data.md. */
class VoiceClustersTest {
    @Test
    void clipsOfASpeakerOfDigitsFallTogetherFarMoreOftenThanByChance() {
        Agreement agreement = agreement(ClipFolder.read(SharedData.folder("fsdd")));

        assertThat(agreement.adjustedRand()).isCloseTo(0.60, within(0.02));
        assertThat(agreement.together()).isCloseTo(0.63, within(0.02));
        assertThat(agreement.chance()).isCloseTo(0.15, within(0.02));
    }

    @Test
    void of125SpeakersEachFallsTogetherThoughManyShareACluster() {
        Agreement agreement = agreement(everyFourth(ClipFolder.read(SharedData.folder("spoken-english-scored"))));

        // Of all clips, not a quarter, 0.77 fall together.
        assertThat(agreement.adjustedRand()).isCloseTo(0.05, within(0.02));
        assertThat(agreement.together()).isCloseTo(0.67, within(0.02));
        assertThat(agreement.chance()).isBetween(0.1, 0.25);
    }

    /** To decode all would take most of a minute on a busy machine. */
    private static ClipFolder everyFourth(ClipFolder all) {
        List<Recording> some = IntStream.range(0, all.recordings().size())
                .filter(i -> i % 4 == 0)
                .mapToObj(all.recordings()::get)
                .toList();
        return new ClipFolder(all.root(), all.layout(), some, List.of(), List.of(), List.of());
    }

    private static Agreement agreement(ClipFolder told) {
        ClipFolder guessed = Grouping.asTold()
                .apply(told.grouped(recording -> Optional.empty()))
                .folder();
        return Agreement.of(names(told), names(guessed));
    }

    private static List<String> names(ClipFolder folder) {
        return folder.recordings().stream()
                .map(recording -> recording.group().orElse(""))
                .toList();
    }

    /**
     * How two groupings of the same clips agree, counted in pairs of clips.
     *
     * @param adjustedRand the adjusted Rand index (Hubert and Arabie 1985): 1 for equal groupings, 0 by chance
     * @param together the share of pairs of one speaker that fall into one cluster
     * @param chance the share of all pairs that do
     */
    private record Agreement(double adjustedRand, double together, double chance) {
        static Agreement of(List<String> told, List<String> guessed) {
            double both = 0;
            Map<List<String>, Long> cells = IntStream.range(0, told.size())
                    .mapToObj(i -> List.of(told.get(i), guessed.get(i)))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            for (long cell : cells.values()) {
                both += pairs(cell);
            }
            double speakers = pairsIn(told);
            double clusters = pairsIn(guessed);
            double all = pairs(told.size());
            double expected = speakers * clusters / all;
            return new Agreement(
                    (both - expected) / ((speakers + clusters) / 2 - expected), both / speakers, clusters / all);
        }

        private static double pairsIn(List<String> names) {
            return names.stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .values()
                    .stream()
                    .mapToDouble(Agreement::pairs)
                    .sum();
        }

        private static double pairs(long count) {
            return count * (count - 1) / 2.0;
        }
    }
}
