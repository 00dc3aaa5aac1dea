package dev.hearken.lab.report;

import dev.hearken.lab.recipes.ModelScoring;
import dev.hearken.lab.training.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is seen while a recipe trains, kept for the report: how each network learned, and what each said of clips it never heard. */
public final class Observations {
    private final List<Course> courses = new ArrayList<>();
    private final List<Progress> current = new ArrayList<>();
    private final List<ModelScoring> scorings = new ArrayList<>();
    private String name = "";

    /** An epoch of the network {@code of} ended. Counting from 1 again begins the next network. */
    public void epoch(String of, Progress progress) {
        boolean another = !name.equals(of)
                || (!current.isEmpty()
                        && progress.epoch() <= current.get(current.size() - 1).epoch());
        if (another) {
            endCourse();
            name = of;
        }
        current.add(progress);
    }

    /** A model answered clips it never heard. */
    public void scored(ModelScoring scoring) {
        scorings.add(scoring);
    }

    /**
     * How each network learned. Of several under one name the last is the one that counts; those before it were only there to calibrate by,
     * and are called rehearsals.
     */
    public List<Course> courses() {
        endCourse();
        List<Course> named = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            Course course = courses.get(i);
            boolean last = i + 1 == courses.size() || !courses.get(i + 1).name().equals(course.name());
            named.add(last ? course : new Course(course.name() + ", rehearsal " + (i + 1), course.epochs()));
        }
        return named;
    }

    /** What all models together said, if any was asked. */
    public Optional<ModelScoring> scoring() {
        return scorings.isEmpty() ? Optional.empty() : Optional.of(ModelScoring.joined(scorings));
    }

    private void endCourse() {
        if (!current.isEmpty()) {
            courses.add(new Course(name, current));
            current.clear();
        }
    }
}
