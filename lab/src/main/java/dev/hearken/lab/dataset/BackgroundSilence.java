package dev.hearken.lab.dataset;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clips without speech for a data set that has none: seconds cut from its background noises, as Speech Commands' authors make them
 * (Warden, 2018, arXiv:1804.03209).
 *
 * <p>A recording is a group; of fewer than {@value #ENOUGH_RECORDINGS} recordings each tenth is one. Where the data set makes a split of its
 * own, the first eight tenths of a recording are for training, the ninth for validation, the last for the test.
 */
public final class BackgroundSilence {
    private static final double CLIP_SECONDS = 1;
    private static final int ENOUGH_RECORDINGS = 3;
    private static final int TENTHS = 10;

    private BackgroundSilence() {}

    /**
     * Cuts clips, evenly spread over the folder's noises.
     *
     * @param wanted how many; there are fewer if the noises are too short
     * @return clips of this label; a noise that cannot be read is one clip, so that loading lists it
     */
    public static List<LabelledClip> cut(ClipFolder folder, Label label, int wanted) {
        List<Path> noises = folder.noises();
        boolean parted = folder.recordings().stream()
                .anyMatch(recording -> recording.part().isPresent());
        return IntStream.range(0, noises.size())
                .boxed()
                .flatMap(i -> {
                    int upTo = (i + 1) * wanted / noises.size();
                    return of(noises.get(i), upTo - i * wanted / noises.size(), noises.size(), parted);
                })
                .map(recording -> recording.called(label).labelled(label))
                .toList();
    }

    private static Stream<Recording> of(Path noise, int wanted, int noises, boolean parted) {
        Recording whole = Recording.of(noise).in(Optional.of(DataFolder.name(noise)));
        if (!(AudioReader.standard().read(noise) instanceof Decoded decoded)) {
            return Stream.of(whole);
        }
        double seconds = decoded.waveform().durationSeconds();
        int clips = Math.min(wanted, (int) (seconds / CLIP_SECONDS));
        return IntStream.range(0, clips).mapToObj(i -> {
            double start = i * seconds / clips;
            int tenth = Math.min(TENTHS - 1, (int) (TENTHS * start / seconds));
            Recording clip = whole.cut(new Span(start, start + CLIP_SECONDS));
            Recording grouped = noises < ENOUGH_RECORDINGS
                    ? clip.in(Optional.of("%s %d/%d".formatted(DataFolder.name(noise), tenth + 1, TENTHS)))
                    : clip;
            return parted ? grouped.in(part(tenth)) : grouped;
        });
    }

    private static SplitPart part(int tenth) {
        return switch (tenth) {
            case TENTHS - 1 -> SplitPart.TEST;
            case TENTHS - 2 -> SplitPart.VALIDATION;
            default -> SplitPart.TRAIN;
        };
    }
}
