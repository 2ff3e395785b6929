package org.converge4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.converge4j.cli.option.ExperimentOptions;
import org.converge4j.cli.option.Inputs;
import org.converge4j.config.ExperimentFile;
import org.converge4j.run.Exporter;
import org.converge4j.wording.Commands;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: data, starting points and batches, for a comparison with another library. */
@Command(
        name = "export",
        header = "Data, starts and batches for another library.",
        description =
                "Writes the data, starting parameters and batch orders of an experiment as CSV, so that another library can train on the very same; trains nothing.",
        footer = {
            "  ./converge export configs/article.yaml",
            "  ./converge export configs/mtcars.yaml --out /tmp/mtcars"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "the folder to write to; export/<name> unless given")
    private @Nullable Path out;

    @Option(names = "--npz", description = "the same as arrays for NumPy, too: numpy.load('arrays.npz')")
    private boolean npz;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Inputs.folder(spec, "--out", out);
        ExperimentFile file = options.read();
        Path folder = out == null ? Path.of("export", file.experiment().name()) : out;
        Exporter.export(file.base(), file.experiment(), folder, npz, options.home());
        PrintWriter lines = spec.commandLine().getOut();
        files(folder).forEach(lines::println);
        lines.println("Train on these elsewhere, write curves.csv as run does, and see both in one report: "
                + Commands.of("report", "results/" + file.experiment().name(), "--import", "curves.csv"));
        lines.flush();
        return ExitCode.DONE;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
