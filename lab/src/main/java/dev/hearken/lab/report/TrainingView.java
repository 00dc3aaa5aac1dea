package dev.hearken.lab.report;

import java.util.List;
import java.util.Optional;

/**
 * What the page says of the training.
 *
 * @param reading how the last network learned
 * @param networks how many there were and why
 * @param judged whether clips were set aside, so that there is an accuracy to draw
 */
record TrainingView(String reading, String networks, boolean judged) {
    static Optional<TrainingView> of(List<Course> courses) {
        if (courses.isEmpty()) {
            return Optional.empty();
        }
        Course last = courses.get(courses.size() - 1);
        boolean judged = courses.stream()
                .flatMap(course -> course.epochs().stream())
                .anyMatch(progress -> !Double.isNaN(progress.validationLoss()));
        String networks = courses.size() == 1
                ? ""
                : "%d networks were trained; the reading is of the last, %s.".formatted(courses.size(), last.name());
        return Optional.of(new TrainingView(Reading.training(last), networks, judged));
    }
}
