package dev.hearken.cli.worker;

import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.Intake;
import java.util.LinkedHashMap;
import java.util.Map;

/** Clips a job brings into its project, counted by what became of them. */
final class ClipIntake {
    private final WorkerStore store;
    private final String project;
    private int added;
    private int known;
    private int refused;

    ClipIntake(WorkerStore store, String project) {
        this.store = store;
        this.project = project;
    }

    void add(String name, byte[] file, ClipFacts facts) {
        Intake intake = store.clips().add(project, name, file, facts);
        if (intake instanceof Intake.Added) {
            added++;
        } else if (intake instanceof Intake.Duplicate) {
            known++;
        } else {
            refused++;
        }
    }

    /** How many joined the project, were in it already, and were no recordings that are taken. */
    Map<String, Object> tally() {
        Map<String, Object> tally = new LinkedHashMap<>();
        tally.put("project", project);
        tally.put("added", added);
        tally.put("known", known);
        tally.put("refused", refused);
        return tally;
    }
}
