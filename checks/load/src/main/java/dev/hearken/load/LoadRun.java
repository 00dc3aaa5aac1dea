package dev.hearken.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./hearken bench serve [--home DIR] [--project NAME] [--minutes N] [SCENE …]}: starts a server, lets users at it scene by scene, and
 * writes Gatling's report of each and one summary.
 */
final class LoadRun {
    /** What has not run for a while is not what users meet. */
    private static final Duration WARMING_UP = Duration.ofSeconds(20);

    private static final List<Scene> USUALLY = List.of(
            Scene.HEALTH, Scene.SINGLE, Scene.BATCH, Scene.INFO, Scene.STATUS, Scene.STREAMS, Scene.STRESS, Scene.SOAK);
    private static final int RATE_HZ = 16_000;
    private static final int HEADER_BYTES = 44;

    private final Path out;
    private Path home;
    private String project = "keywords";
    private Duration soak = Duration.ofMinutes(1);
    private final List<Scene> scenes = new ArrayList<>();

    private LoadRun(Path out) {
        this.out = out;
        this.home = out.resolve("home");
    }

    /** Called by the launcher with its own path and where to write, then what the user said. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LoadRun run = new LoadRun(Files.createDirectories(Path.of(arguments[1])));
        run.read(Arrays.asList(arguments).subList(2, arguments.length));
        run.run(arguments[0]);
    }

    private void read(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--home" -> home = Path.of(words.get(++i));
                case "--project" -> project = words.get(++i);
                case "--minutes" -> soak = Duration.ofMinutes(Long.parseLong(words.get(++i)));
                default -> scenes.add(Scene.valueOf(words.get(i).toUpperCase(Locale.ROOT)));
            }
        }
        if (scenes.isEmpty()) {
            scenes.addAll(USUALLY);
        }
    }

    private void run(String command) throws IOException, InterruptedException {
        Path recording = Files.write(out.resolve("recording.wav"), wav());
        Map<String, Object> summary = new LinkedHashMap<>();
        List<Map<String, Object>> measured = new ArrayList<>();
        try (MeasuredServer server = MeasuredServer.start(command, home, out.resolve("server.log"))) {
            summary.put("project", project);
            summary.put("processors", Runtime.getRuntime().availableProcessors());
            summary.put("cold_start_seconds", server.coldStartSeconds());
            summary.put(
                    "load_average_before",
                    Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
            System.out.printf("ready after %.1f s%n", server.coldStartSeconds());
            Circumstances circumstances = new Circumstances("", server.address(), project, recording.toString(), 0);
            play(circumstances, Scene.SINGLE, WARMING_UP, out.resolve("warming-up"));
            for (Scene scene : scenes) {
                Duration length = scene == Scene.SOAK ? soak : Duration.ofSeconds(scene.seconds);
                Path results = out.resolve(scene.word());
                play(circumstances, scene, length, results);
                Measured seen = Measured.of(scene, results, length.toSeconds(), server.megabytes());
                System.out.println(seen);
                measured.add(seen.figures());
            }
        }
        summary.put("scenes", measured);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(out.resolve("summary.json").toFile(), summary);
        System.out.println("summary and plots: " + out);
    }

    /** Gatling ends the process it runs in, so each scene gets its own. */
    private static void play(Circumstances circumstances, Scene scene, Duration length, Path results)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-XX:+UseSerialGC"));
        command.addAll(circumstances.with(scene, length).options());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "-s",
                ServiceSimulation.class.getName(),
                "-rf",
                results.toString()));
        Path log = results.resolveSibling(results.getFileName() + ".log");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("Gatling failed:\n" + Files.readString(log));
        }
    }

    /** A second of a tone in noise, 16 bits, as a WAV file. */
    private static byte[] wav() {
        ByteBuffer wav =
                ByteBuffer.allocate(HEADER_BYTES + Short.BYTES * RATE_HZ).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(Short.BYTES * RATE_HZ);
        wav.putShort((short) Short.BYTES)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(Short.BYTES * RATE_HZ);
        for (int i = 0; i < RATE_HZ; i++) {
            wav.putShort((short) (8_000 * Math.sin(0.3 * i) + 500 * Math.sin(7.1 * i * i)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
