package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken backbone}: the network that recipes listen through. */
@Command(
        name = "backbone",
        description = "Train the speech embedding that recipes listen through.",
        footer = {"", "Example: hearken backbone train --speech recordings --noise noises --out robust.onnx"},
        synopsisSubcommandLabel = "train|held-out",
        subcommands = {BackboneTrain.class, BackboneHeldOut.class})
final class Backbone implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: train or held-out");
    }
}
