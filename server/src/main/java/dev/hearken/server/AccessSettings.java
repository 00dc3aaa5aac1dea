package dev.hearken.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Who may reach a server, and how.
 *
 * @param insecure whether others may reach it although nobody is asked who they are
 * @param corsOrigins the origins of other sites whose pages may use it, such as {@code https://desk.example}
 * @param behindProxy whether a proxy on a private address tells who calls, by {@code X-Forwarded-For} and {@code -Proto}
 * @param sessionLifetime how long a person stays logged in
 * @param requestsPerMinute how much each caller may ask; 0 for as much as they like
 */
public record AccessSettings(
        boolean insecure,
        List<String> corsOrigins,
        boolean behindProxy,
        Duration sessionLifetime,
        int requestsPerMinute) {
    private static final int USUAL_SESSION_HOURS = 168;
    private static final int LONGEST_SESSION_HOURS = 8_760;
    private static final int USUAL_REQUESTS = 6_000;
    private static final int MOST_REQUESTS = 10_000_000;

    /** Nothing said. */
    public static final AccessSettings STANDARD = of(Map.of());

    public AccessSettings {
        corsOrigins = List.copyOf(corsOrigins);
        corsOrigins.forEach(AccessSettings::requireOrigin);
    }

    /**
     * What the environment says.
     *
     * @throws dev.hearken.core.HearkenException {@code SETTING_INVALID} with the variable's name
     */
    public static AccessSettings of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new AccessSettings(
                variables.flag("HEARKEN_INSECURE"),
                variables.list("HEARKEN_CORS_ORIGINS"),
                variables.flag("HEARKEN_BEHIND_PROXY"),
                Duration.ofHours(
                        variables.number("HEARKEN_SESSION_HOURS", USUAL_SESSION_HOURS, 1, LONGEST_SESSION_HOURS)),
                variables.number("HEARKEN_REQUESTS_PER_MINUTE", USUAL_REQUESTS, 0, MOST_REQUESTS));
    }

    /** The same, open to others whoever they are. */
    public AccessSettings butInsecure() {
        return new AccessSettings(true, corsOrigins, behindProxy, sessionLifetime, requestsPerMinute);
    }

    /** The same with another limit. */
    public AccessSettings withRequestsPerMinute(int requests) {
        return new AccessSettings(insecure, corsOrigins, behindProxy, sessionLifetime, requests);
    }

    /** The same, used by these sites' pages, too. */
    public AccessSettings withCorsOrigins(List<String> origins) {
        return new AccessSettings(insecure, origins, behindProxy, sessionLifetime, requestsPerMinute);
    }

    /** A star would let every page in; who means that can list them. */
    private static void requireOrigin(String origin) {
        if (!origin.matches("https?://[^/*\\s]+") || URI.create(origin).getHost() == null) {
            throw Variables.invalid("HEARKEN_CORS_ORIGINS", "origins such as https://desk.example", origin);
        }
    }
}
