package dev.hearken.server;

import dev.hearken.store.database.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a server can be told.
 *
 * @param home its directories are made if they are not there
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param recipes what workers can train
 * @param speech who speaks for phrases
 * @param monitoring how it is watched
 * @param access who may reach it, and how
 * @param uploads how much a request may bring
 */
public record ServerSettings(
        Home home,
        String host,
        int port,
        List<RecipeOffer> recipes,
        SpeechDesk speech,
        MonitoringSettings monitoring,
        AccessSettings access,
        UploadLimits uploads) {
    /** Only this machine can connect. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final Set<String> NAMES_OF_LOOPBACK = Set.of(LOOPBACK, "localhost", "::1", "[::1]");

    /** The port when none is named. */
    public static final int DEFAULT_PORT = 8000;

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be in 0..65535, got " + port);
        }
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        recipes = List.copyOf(recipes);
    }

    /** Port {@value #DEFAULT_PORT} for this machine alone, with nothing to train. */
    public static ServerSettings of(Path home) {
        return new ServerSettings(
                Home.open(home),
                LOOPBACK,
                DEFAULT_PORT,
                List.of(),
                SpeechDesk.EMPTY,
                MonitoringSettings.STANDARD,
                AccessSettings.STANDARD,
                UploadLimits.STANDARD);
    }

    /** The same on another port. */
    public ServerSettings withPort(int otherPort) {
        return new ServerSettings(home, host, otherPort, recipes, speech, monitoring, access, uploads);
    }

    /** The same on another address. */
    public ServerSettings withHost(String otherHost) {
        return new ServerSettings(home, otherHost, port, recipes, speech, monitoring, access, uploads);
    }

    /** The same with these recipes to train. */
    public ServerSettings withRecipes(List<RecipeOffer> offered) {
        return new ServerSettings(home, host, port, offered, speech, monitoring, access, uploads);
    }

    /** The same with somebody to speak. */
    public ServerSettings withSpeech(SpeechDesk other) {
        return new ServerSettings(home, host, port, recipes, other, monitoring, access, uploads);
    }

    /** The same, watched in another way. */
    public ServerSettings withMonitoring(MonitoringSettings otherMonitoring) {
        return new ServerSettings(home, host, port, recipes, speech, otherMonitoring, access, uploads);
    }

    /** The same, reached by others in another way. */
    public ServerSettings withAccess(AccessSettings otherAccess) {
        return new ServerSettings(home, host, port, recipes, speech, monitoring, otherAccess, uploads);
    }

    /** The same with other limits. */
    public ServerSettings withUploads(UploadLimits otherUploads) {
        return new ServerSettings(home, host, port, recipes, speech, monitoring, access, otherUploads);
    }

    /** Whether only this machine can connect. */
    public boolean isOnLoopback() {
        return isLoopback(host);
    }

    /** Whether that is a name of this machine that no other can reach it by. */
    public static boolean isLoopback(String name) {
        return NAMES_OF_LOOPBACK.contains(name);
    }
}
