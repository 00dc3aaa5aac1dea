package dev.hearken.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Gatling saw of one scene.
 *
 * @param answered requests that were answered as they should be; of streams the blocks of sound
 * @param failed all others
 * @param seconds how long the users went on
 * @param millis the median, and within which time 95 and 99 of 100 answers came
 * @param serverMegabytes what the server held in memory at the end
 */
record Measured(Scene scene, long answered, long failed, long seconds, Percentiles millis, long serverMegabytes) {
    private static final Pattern CELL = Pattern.compile("<td class=\"value \\w+ col-\\d+\">([-0-9.]+)</td>");
    private static final int CELLS = 10;

    record Percentiles(long p50, long p95, long p99) {}

    /** Reads the table of Gatling's report in a folder; it has no form for programs. */
    static Measured of(Scene scene, Path folder, long seconds, long serverMegabytes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path report = files.filter(file -> file.endsWith("index.html"))
                    .findAny()
                    .orElseThrow(() -> new IOException("Gatling left no report in " + folder));
            return of(scene, row(Files.readString(report), scene), seconds, serverMegabytes);
        }
    }

    private static Measured of(Scene scene, List<Double> row, long seconds, long serverMegabytes) {
        return new Measured(
                scene,
                Math.round(row.get(1)),
                Math.round(row.get(2)),
                seconds,
                new Percentiles(Math.round(row.get(6)), Math.round(row.get(8)), Math.round(row.get(9))),
                serverMegabytes);
    }

    /** All, good and bad requests, the share of the bad, how many a second; in milliseconds the least and 50, 75, 95, 99 of 100. */
    private static List<Double> row(String report, Scene scene) {
        int begin = report.indexOf("ellipsed-name\">" + (scene == Scene.STREAMS ? "heard" : scene.word()) + "</span>");
        return CELL.matcher(report.substring(Math.max(0, begin)))
                .results()
                .limit(CELLS)
                .map(cell -> Double.valueOf(cell.group(1)))
                .toList();
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("scene", scene.word());
        figures.put("connections", scene.users);
        figures.put("seconds", seconds);
        figures.put("answered", answered);
        figures.put("failed", failed);
        figures.put("requests_per_second", answered / seconds);
        if (scene.clips() > 0) {
            figures.put("clips_per_second", scene.clips() * answered / seconds);
        }
        figures.put("p50_millis", millis.p50());
        figures.put("p95_millis", millis.p95());
        figures.put("p99_millis", millis.p99());
        figures.put("server_megabytes", serverMegabytes);
        return figures;
    }

    @Override
    public String toString() {
        return "%-8s %4d connections  %,7d answered  %,4d failed  %,6d/s  p50 %,5d  p95 %,5d  p99 %,5d ms  %,d MB"
                .formatted(
                        scene.word(),
                        scene.users,
                        answered,
                        failed,
                        Math.max(1, scene.clips()) * answered / seconds,
                        millis.p50(),
                        millis.p95(),
                        millis.p99(),
                        serverMegabytes);
    }
}
