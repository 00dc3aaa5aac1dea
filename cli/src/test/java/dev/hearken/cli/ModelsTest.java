package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.Origin;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    private Path folder;

    private String home = "";

    @BeforeEach
    void registerAModel() {
        home = folder.resolve("home").toString();
        Home opened = Home.open(Path.of(home));
        try (Database database = Database.open(opened)) {
            Registry registry = Registry.open(opened, database, Clock.systemUTC());
            registry.create("levels", "means");
            registry.register("levels", MeanModel.file(), Origin.UPLOADED);
            registry.promote("levels", 1);
        }
    }

    @Test
    void listNamesEveryVersionAndItsAliases() {
        assertThat(Called.with("models", "list", "--home", home).out())
                .containsPattern("levels@1  uploaded  .* bytes  .*  live");
        assertThat(Called.with("models", "list", "--home", home, "--json").out())
                .contains("{\"project\":\"levels\",\"version\":1,\"aliases\":[\"live\"],\"recipe\":\"means\"");
    }

    @Test
    void showTellsWhatAModelSaysOfItself() {
        assertThat(Called.with("models", "show", "levels", "--home", home).out())
                .containsPattern("labels +\\[\"up\",\"down\"]")
                .containsPattern("sample_rate_hz +8000");
        assertThat(Called.with("models", "show", "levels@1", "--home", home, "--json")
                        .out())
                .startsWith("{\"task\":\"means\",\"labels\":[\"up\",\"down\"],\"sample_rate_hz\":8000");
    }

    @Test
    void exportWritesTheSameBytes() {
        Path out = folder.resolve("out/levels.onnx");

        Called called = Called.with("models", "export", "levels@live", "--home", home, "--out", out.toString());

        assertThat(called.exitCode()).isZero();
        assertThat(ModelFile.read(out).digest()).isEqualTo(MeanModel.file().digest());
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        Called called = Called.with("models", "show", "levels@7", "--home", home);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("[MODEL_NOT_FOUND]").contains("levels");
    }
}
