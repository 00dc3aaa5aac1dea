package dev.hearken.server.datasets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a project's recordings amount to.
 *
 * @param clips how many can be learned from or judged by
 * @param seconds how long they are together
 * @param unlabelled how many have no label
 * @param excluded how many are left out
 * @param deleted how many can be taken back
 * @param frozen whether the test set was chosen
 * @param labels what there is of each label
 * @param durations how long they are
 * @param audit what stands between them and an honest figure
 */
@Schema(name = "Dataset", description = "What a project's recordings amount to.")
record DatasetView(
        int clips,
        double seconds,
        long unlabelled,
        long excluded,
        long deleted,

        @Schema(description = "Whether the test set was chosen; the first training does.")
        boolean frozen,

        List<LabelShare> labels,
        Durations durations,
        Audit audit) {

    /** What there is of one label. */
    @Schema(name = "LabelShare")
    record LabelShare(
            @Schema(example = "yes") String label, int clips, double seconds, int speakers, int train, int test) {}

    /** How long the recordings are, in seconds. */
    @Schema(name = "Durations")
    record Durations(double least, double median, double most) {}

    /**
     * What stands between the recordings and an honest figure.
     *
     * @param speakers how many are known
     * @param withoutSpeaker how many clips might be anybody's
     * @param speakersOnBothSides who is learned from and judged by
     * @param balance the rarest label's clips for each of the most frequent one's, 1 if all are as frequent
     * @param findings what to do, in sentences
     */
    @Schema(name = "Audit")
    record Audit(
            int speakers,
            int withoutSpeaker,
            List<String> speakersOnBothSides,
            double balance,
            List<Finding> findings) {}

    /** Something to know about the recordings. */
    @Schema(name = "Finding")
    record Finding(
            @Schema(example = "NO_SPEAKERS") String code,

            @Schema(example = "no speakers are told, so a figure may be of voices the model knows")
            String detail) {}
}
