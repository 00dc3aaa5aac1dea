package dev.hearken.server.models;

import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import org.springframework.stereotype.Component;

/** The projects that requests name. */
@Component
public final class Projects {
    private final Registry registry;

    Projects(Registry registry) {
        this.registry = registry;
    }

    /**
     * The project of that name.
     *
     * @throws ProblemException 404 {@code PROJECT_NOT_FOUND}
     */
    public Project require(String name) {
        return registry.project(name).orElseThrow(() -> ProblemException.noProject(name));
    }
}
