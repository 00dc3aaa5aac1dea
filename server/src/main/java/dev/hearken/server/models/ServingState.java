package dev.hearken.server.models;

import java.util.Optional;

/**
 * How a project is served.
 *
 * @param project its name
 * @param serving the number of the loaded version that answers; empty if none does
 * @param trouble why this is not the live version, or why none answers; empty if all is well
 */
public record ServingState(String project, Optional<Integer> serving, Optional<String> trouble) {}
