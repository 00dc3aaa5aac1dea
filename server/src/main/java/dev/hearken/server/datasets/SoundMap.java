package dev.hearken.server.datasets;

import dev.hearken.store.catalogue.ProjectClip;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recordings on a plane.
 *
 * @param of how many there are in all
 * @param points those that were looked at
 * @param odd the numbers of those that look mislabelled, the oddest first
 */
@Schema(
        name = "SoundMap",
        description = "Recordings on a plane, near each other where the speech embedding hears them alike.")
record SoundMap(
        int of,
        List<Point> points,

        @Schema(description = "Clips most of whose nearest others have another label, the oddest first.")
        List<Integer> odd) {
    /** More than half of a clip's neighbours disagree with it. */
    private static final double ODD = 0.5;

    /** A recording's place. */
    @Schema(name = "SoundPoint")
    record Point(
            int number,
            String label,
            double x,
            double y,

            @Schema(description = "What share of the five nearest clips has another label.")
            double oddness) {}

    static SoundMap of(List<ProjectClip> clips, int all, LabelSpace space) {
        double[][] plane = space.plane();
        double[] oddness = space.oddness();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            points.add(new Point(clips.get(i).number(), label(clips.get(i)), plane[i][0], plane[i][1], oddness[i]));
        }
        List<Integer> odd = IntStream.range(0, clips.size())
                .boxed()
                .filter(i -> oddness[i] > ODD)
                .sorted(Comparator.comparingDouble(i -> -oddness[i]))
                .map(i -> clips.get(i).number())
                .toList();
        return new SoundMap(all, points, odd);
    }

    static String label(ProjectClip clip) {
        return clip.facts().label().orElseThrow();
    }
}
