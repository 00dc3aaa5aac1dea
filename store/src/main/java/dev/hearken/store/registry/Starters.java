package dev.hearken.store.registry;

import dev.hearken.core.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that come with this release, so that a new home is useful at once: {@code starters/PROJECT.onnx} beside this class. */
final class Starters {
    private static final List<String> PROJECTS = List.of("digits", "keywords");

    private Starters() {}

    /** The starter of each project. */
    static Map<String, ModelFile> load() {
        Map<String, ModelFile> starters = new LinkedHashMap<>();
        for (String project : PROJECTS) {
            try (InputStream resource = Starters.class.getResourceAsStream("starters/" + project + ".onnx")) {
                if (resource != null) {
                    starters.put(project, ModelFile.parse(resource.readAllBytes()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the starter model " + project, e);
            }
        }
        return starters;
    }
}
