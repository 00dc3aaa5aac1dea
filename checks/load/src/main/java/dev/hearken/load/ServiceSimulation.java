package dev.hearken.load;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;

/** The users of one {@link Scene} at a server. */
public final class ServiceSimulation extends Simulation {
    public ServiceSimulation() {
        Circumstances circumstances = Circumstances.told();
        setUp(Scene.valueOf(circumstances.scene()).users(circumstances))
                .protocols(http.baseUrl(circumstances.address())
                        .wsBaseUrl(circumstances.address().replaceFirst("http", "ws"))
                        .disableCaching());
    }
}
