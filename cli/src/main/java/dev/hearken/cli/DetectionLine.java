package dev.hearken.cli;

import dev.hearken.core.streaming.Detection;
import dev.hearken.core.streaming.Hop;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Detections as the command line prints them: one JSON object a line, as soon as it is known. */
final class DetectionLine {
    private static final double MILLIS = 1000;

    private DetectionLine() {}

    /** Prints what these hops detected; {@code file} names the recording where there are several. */
    static void print(PrintWriter out, List<Hop> hops, Optional<String> file) {
        for (Hop hop : hops) {
            hop.detection().ifPresent(detection -> out.println(Json.of(line(detection, file))));
        }
        out.flush();
    }

    private static Map<String, Object> line(Detection detection, Optional<String> file) {
        Map<String, Object> line = new LinkedHashMap<>();
        file.ifPresent(name -> line.put("file", name));
        line.put("label", detection.label().name());
        line.put("start_s", Math.round(detection.startSeconds() * MILLIS) / MILLIS);
        line.put("end_s", Math.round(detection.endSeconds() * MILLIS) / MILLIS);
        line.put("score", detection.score());
        return line;
    }
}
