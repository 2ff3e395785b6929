package org.converge4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.converge4j.analysis.Comparison;
import org.converge4j.api.Comparisons;
import org.converge4j.cli.option.GuestOptions;
import org.converge4j.cli.option.Inputs;
import org.converge4j.cli.option.JarOptions;
import org.converge4j.cli.option.TensorBoardOptions;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.Gallery;
import org.converge4j.report.Reports;
import org.converge4j.result.store.Results;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: writes the report again from the records. */
@Command(
        name = "report",
        header = "Write the report again from the records.",
        description = "Writes the report of a results folder again from its records.",
        footer = {
            "  ./converge report results/article --language zh",
            "  ./converge report results/article --publish public"
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the results folder")
    private Path folder = Path.of("");

    @Mixin
    private GuestOptions guests = new GuestOptions();

    @Option(
            names = "--publish",
            paramLabel = "DIR",
            description =
                    "also add the report to a folder for a host of static pages, with an index of all that were added")
    private @Nullable Path gallery;

    @Mixin
    private TensorBoardOptions tensorBoard = new TensorBoardOptions();

    @Mixin
    private ResultPrinter printer = new ResultPrinter();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() throws InterruptedException {
        guests.check();
        Inputs.folder(spec, "--publish", gallery);
        Optional<Gallery> published = Optional.ofNullable(gallery).map(Gallery::new);
        Results results = new Results(folder);
        Experiment experiment = results.experiment();
        Comparison comparison =
                Comparisons.of(experiment, results, jars.catalog().jars(), own -> guests.runs(experiment, own));
        sayWhatIsLeftOut(comparison);
        Reports.write(comparison, jars.catalog(), folder, printer.language());
        Main.sheet(spec).text(comparison.experiment().title());
        printer.print(spec, comparison, folder);
        tensorBoard.write(comparison, folder, spec.commandLine().getOut());
        published.ifPresent(pages -> {
            pages.add(comparison, jars.catalog(), printer.language());
            spec.commandLine().getOut().println("published: " + pages.index());
        });
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private void sayWhatIsLeftOut(Comparison comparison) {
        var err = spec.commandLine().getErr();
        comparison.leftOut().forEach(file -> err.println("left out: " + file));
        if (comparison.missing() > 0) {
            err.println("left out: " + comparison.missing() + " planned runs have no record; run trains them.");
        }
    }
}
