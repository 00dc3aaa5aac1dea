package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.store.registry.ModelVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken models promote}: another version answers from now on. */
@Command(
        name = "promote",
        description = "Make a version the one that answers (live); models rollback undoes it.",
        footer = {"", "Example: hearken models promote digits@candidate"})
final class ModelsPromote implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "VERSION", description = "digits@2 or digits@candidate.")
    private String version = "";

    @Override
    public void run() {
        ModelVersion live = home.ask(registry -> {
            ModelVersion promoted = HomeOption.version(registry, version)
                    .orElseThrow(() -> HearkenException.user("MODEL_NOT_FOUND", "no version " + version));
            registry.promote(promoted.project(), promoted.number());
            return promoted;
        });
        ModelsRollback.tellLive(spec, live);
    }
}
