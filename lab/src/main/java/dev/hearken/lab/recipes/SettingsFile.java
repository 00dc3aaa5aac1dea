package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Settings in a YAML file, by the same names as on the command line, nested or dotted.
 *
 * <pre>{@code
 * network: crnn
 * training:
 *   epochs: 20
 * }</pre>
 */
public final class SettingsFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private SettingsFile() {}

    /**
     * The file's settings as {@code KEY=VALUE}, in its order, for {@link Settings#of}.
     *
     * @throws HearkenException {@code CONFIG_NOT_FOUND}, or {@code CONFIG_UNREADABLE} saying where it is wrong
     */
    public static List<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw HearkenException.user("CONFIG_NOT_FOUND", "there is no settings file " + file);
        }
        JsonNode tree;
        try {
            tree = YAML.readTree(file);
        } catch (JacksonException broken) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "CONFIG_UNREADABLE",
                    file + " is not YAML: " + broken.getOriginalMessage(),
                    broken);
        }
        List<String> settings = new ArrayList<>();
        if (!tree.isMissingNode()) { // an empty file
            collect("", tree, file, settings);
        }
        return settings;
    }

    private static void collect(String name, JsonNode node, Path file, List<String> settings) {
        if (node.isObject()) {
            String prefix = name.isEmpty() ? "" : name + ".";
            node.properties().forEach(entry -> collect(prefix + entry.getKey(), entry.getValue(), file, settings));
        } else if (node.isValueNode() && !node.isNull() && !name.isEmpty()) {
            settings.add(name + "=" + node.asString());
        } else {
            throw HearkenException.user(
                    "CONFIG_UNREADABLE",
                    "%s: %s must be one value, got %s".formatted(file, name.isEmpty() ? "a setting" : name, node));
        }
    }
}
