package dev.hearken.store.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a training was asked to do, with everything that is needed to ask it again.
 *
 * @param recipe what is trained
 * @param project whose model it trains; empty for training to a file
 * @param parent the run of the sweep that this one is a trial of
 * @param parameters every setting, resolved, by dotted name
 * @param dataFolder where the recordings lie
 * @param groupPattern how the speaker or source is found in a recording's path; empty if the data set tells
 * @param protocol how a test part was left out, by its word; empty if none was
 * @param command the command line as it was called, word by word
 * @param versions of Hearken, Java and the libraries the result depends on, by name
 */
public record RunInputs(
        String recipe,
        Optional<String> project,
        Optional<String> parent,
        Map<String, String> parameters,
        Optional<String> dataFolder,
        Optional<String> groupPattern,
        Optional<String> protocol,
        List<String> command,
        Map<String, String> versions) {
    public RunInputs {
        parameters = Map.copyOf(parameters);
        command = List.copyOf(command);
        versions = Map.copyOf(versions);
    }

    /** A recipe with its settings, and nothing known of the circumstances. */
    public static RunInputs of(String recipe, Map<String, String> parameters) {
        return new RunInputs(
                recipe,
                Optional.empty(),
                Optional.empty(),
                parameters,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
