package org.converge4j.cli;

import java.util.concurrent.Callable;
import org.converge4j.analysis.Comparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.ExperimentFile;
import org.converge4j.config.ExperimentWriter;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.Reports;
import org.converge4j.report.TerminalTable;
import org.converge4j.result.Outcome;
import org.converge4j.result.Results;
import org.converge4j.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: trains what is missing, then writes the report. */
@Command(
        name = "run",
        description = "Trains what is missing of an experiment, then writes its report.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--jobs", paramLabel = "N", description = "workers at once; one a processor unless given")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "no progress")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        Inputs.atLeastOne(spec, "--jobs", jobs);
        ExperimentFile file = options.read();
        Experiment experiment = file.experiment();
        Results results = options.results(file);
        Runner runner = new Runner(file.base(), results.folder(), jobs, ProgressBars.choose(quiet));
        int trained = runner.run(
                experiment,
                () -> results.describe(experiment, ExperimentWriter.write(experiment, file.base(), results.folder())));
        if (trained == 0) {
            spec.commandLine()
                    .getErr()
                    .println("All " + experiment.runs().size() + " runs are recorded in " + results.folder()
                            + "; nothing was trained.");
        }
        Comparison comparison = Comparisons.of(experiment, results);
        Reports.write(comparison, Catalog.load(Reports.class.getClassLoader()), results.folder());
        spec.commandLine().getOut().print(TerminalTable.of(comparison));
        spec.commandLine().getOut().println("report: " + results.folder().resolve("report.html"));
        spec.commandLine().getOut().flush();
        return comparison.outcomes().getOrDefault(Outcome.FAILED, 0) + comparison.missing() == 0
                ? ExitCode.DONE
                : ExitCode.INCOMPLETE;
    }
}
