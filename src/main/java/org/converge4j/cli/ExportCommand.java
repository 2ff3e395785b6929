package org.converge4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.converge4j.cli.option.ExperimentOptions;
import org.converge4j.config.ExperimentFile;
import org.converge4j.run.Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code export}: data, starting points and batches, for a comparison with another library. */
@Command(
        name = "export",
        description = "Writes the data, starting parameters and batch orders of an experiment as CSV, so that another"
                + " library can train on the very same; trains nothing.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public Integer call() throws InterruptedException {
        ExperimentFile file = options.read();
        Path folder = options.out(Path.of("export", file.experiment().name()));
        Exporter.export(file.base(), file.experiment(), folder, options.home());
        spec.commandLine().getOut().println("exported: " + folder);
        return ExitCode.DONE;
    }
}
