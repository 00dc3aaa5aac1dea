package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands between a folder of clips and an honest score: speakers and copies on both sides of a split, copies under two labels, and
 * how much a simple model gains from them.
 *
 * <pre>{@code
 * DatasetAudit audit = DatasetAudit.of(ClipFolder.read(Path.of("recordings")), List.of(), 1);
 * System.out.println(audit.toText());
 * }</pre>
 *
 * @param folder what was read
 * @param usable how many clips could be loaded
 * @param rejected the others
 * @param copies recordings stored more than once
 * @param splits the random split first, then the folder's own, then those by protocol
 */
public record DatasetAudit(
        ClipFolder folder, int usable, List<RejectedClip> rejected, List<CopySet> copies, List<AuditedSplit> splits) {
    /** What is compared and learnt from is below 4 kHz: enough for words, and copies lose the rest first. */
    private static final int SAMPLE_RATE_HZ = 8_000;

    private static final int RANDOM_FOLDS = 5;

    /** Up to so many groups each is left out once; of more, several at a time. */
    private static final int MOST_LEFT_OUT = 10;

    /** The name of the split that looks at nothing but the label. */
    public static final String RANDOM = "random";

    public DatasetAudit {
        rejected = List.copyOf(rejected);
        copies = List.copyOf(copies);
        splits = List.copyOf(splits);
    }

    /**
     * Audits a folder by a random split, by the split it makes itself if it does, by each of {@code protocols}, and if there are none by those that its clips allow of
     * {@code official} and {@code leave-one-speaker-out} or, of more than ten groups, {@code k-fold}.
     *
     * @param seed draws the splits
     * @throws HearkenException if the folder cannot be trained on, no clip can be read, or a protocol does not fit the clips
     */
    public static DatasetAudit of(ClipFolder folder, List<Protocol> protocols, long seed) {
        LoadedClips loaded = ClipLoader.at(SAMPLE_RATE_HZ).load(Trainability.require(folder.clips()));
        List<LabelledClip> clips = Trainability.require(loaded.labelled());
        List<CopySet> copies = copiesOf(loaded.clips());
        SimpleModel model = SimpleModel.of(loaded.clips());
        List<AuditedSplit> splits = new ArrayList<>();
        splits.add(AuditedSplit.of(RANDOM, randomFolds(clips, seed), copies, model));
        Fold.given(clips).ifPresent(fold -> splits.add(AuditedSplit.of(fold.name(), List.of(fold), copies, model)));
        if (protocols.isEmpty()) {
            usualFolds(clips, seed).forEach(usual -> splits.add(usual.audited(copies, model)));
        }
        for (Protocol protocol : protocols) {
            splits.add(AuditedSplit.of(protocol.word(), protocol.folds(clips, seed), copies, model));
        }
        return new DatasetAudit(folder, clips.size(), loaded.rejected(), copies, splits);
    }

    /** The random split's audit. */
    public AuditedSplit random() {
        return splits.get(0);
    }

    /** The audit of the first split that keeps every known group on one side, if groups are known. */
    public Optional<AuditedSplit> grouped() {
        return splits.stream()
                .skip(1)
                .filter(split ->
                        split.groupsOnBothSides() == 0 && !folder.groups().isEmpty())
                .findFirst();
    }

    /** The audit for programs. */
    public ObjectNode toJson() {
        return AuditJson.of(this);
    }

    /** The audit for people, as lines of text. */
    public String toText() {
        return AuditText.of(this);
    }

    private record Named(String name, List<Fold> folds) {
        private AuditedSplit audited(List<CopySet> copies, SimpleModel model) {
            return AuditedSplit.of(name, folds, copies, model);
        }
    }

    private static List<Named> usualFolds(List<LabelledClip> clips, long seed) {
        List<Named> usual = new ArrayList<>();
        int groups = Folds.knownGroups(clips).size();
        Protocol grouped =
                groups <= MOST_LEFT_OUT ? new Protocol.LeaveOneSpeakerOut() : new Protocol.KFold(Optional.empty());
        List<Protocol> candidates =
                groups == 0 ? List.of(new Protocol.Official()) : List.of(new Protocol.Official(), grouped);
        for (Protocol protocol : candidates) {
            try {
                usual.add(new Named(protocol.word(), protocol.folds(clips, seed)));
            } catch (HearkenException notForTheseClips) {
                // Nobody asked for this protocol, so that it does not fit is no failure.
            }
        }
        return usual;
    }

    private static List<Fold> randomFolds(List<LabelledClip> clips, long seed) {
        List<List<LabelledClip>> parts = Partition.stratified(clips, RANDOM_FOLDS, seed);
        return IntStream.range(0, RANDOM_FOLDS)
                .mapToObj(part -> {
                    List<LabelledClip> train = IntStream.range(0, RANDOM_FOLDS)
                            .filter(other -> other != part)
                            .mapToObj(parts::get)
                            .flatMap(List::stream)
                            .toList();
                    return new Fold((part + 1) + "/" + RANDOM_FOLDS, train, List.of(), parts.get(part));
                })
                .toList();
    }

    private static List<CopySet> copiesOf(List<LoadedClip> clips) {
        try {
            return CopyFinder.find(clips);
        } catch (IOException failure) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "DATASET_UNREADABLE",
                    "a clip could be read once but not twice: " + failure.getMessage(),
                    failure);
        }
    }
}
