package dev.hearken.load;

import java.time.Duration;
import java.util.List;

/**
 * What a simulation is told by whoever starts it, as system properties, since Gatling makes it itself.
 *
 * @param scene what its users do
 * @param address where the server is
 * @param project whose model is asked
 * @param recording the file of a WAV of one second
 * @param seconds how long the users go on
 */
record Circumstances(String scene, String address, String project, String recording, int seconds) {
    private static final String PREFIX = "hearken.load.";

    static Circumstances told() {
        return new Circumstances(
                told("scene"), told("address"), told("project"), told("recording"), Integer.parseInt(told("seconds")));
    }

    /** As options of the Java that runs the simulation. */
    List<String> options() {
        return List.of(
                option("scene", scene),
                option("address", address),
                option("project", project),
                option("recording", recording),
                option("seconds", "" + seconds));
    }

    /** The same for another scene, for as long as that lasts. */
    Circumstances with(Scene other, Duration length) {
        return new Circumstances(other.name(), address, project, recording, (int) length.toSeconds());
    }

    private static String option(String name, String value) {
        return "-D" + PREFIX + name + "=" + value;
    }

    private static String told(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException(PREFIX + name + " is not told");
        }
        return value;
    }
}
