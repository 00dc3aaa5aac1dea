package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the code asks of the environment stands in docs/settings.md, with what holds where nothing is said. */
class SettingsTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bHEARKEN_[A-Z][A-Z0-9_]*");
    private static final Pattern ROW =
            Pattern.compile("^\\| (`HEARKEN_[^|]+)\\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void everySettingHasARow() throws IOException {
        Set<String> documented = new TreeSet<>();
        ROW.matcher(Files.readString(Path.of("../docs/settings.md")))
                .results()
                .forEach(row -> documented.addAll(variables(row.group(1))));
        assertThat(documented).contains("HEARKEN_HOME").containsAll(asked());
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String module : List.of("core", "store", "lab", "server", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    asked.addAll(variables(Files.readString(file)));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(10);
        return asked;
    }

    private static List<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).toList();
    }
}
