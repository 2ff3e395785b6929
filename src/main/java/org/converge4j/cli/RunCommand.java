package org.converge4j.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.converge4j.analysis.Comparison;
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

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "how long a worker may go without finishing a step before its runs count as hung; 300 unless given")
    private int patience = Math.toIntExact(Runner.PATIENCE.toSeconds());

    @Override
    public Integer call() {
        Inputs.atLeastOne(spec, "--patience", patience);
        Inputs.atLeastOne(spec, "--jobs", jobs);
        ExperimentFile file = options.read();
        Experiment experiment = file.experiment();
        Results results = options.results(file);
        Runner runner = new Runner(
                file.base(),
                results.folder(),
                jobs,
                Duration.ofSeconds(patience),
                ProgressBars.choose(quiet),
                spec.commandLine().getErr()::println);
        try {
            int trained = runner.run(
                    experiment,
                    () -> results.describe(
                            experiment, ExperimentWriter.write(experiment, file.base(), results.folder())));
            sayIfNothing(trained, experiment, results);
        } catch (InterruptedException stopped) {
            return interrupted(experiment, results);
        }
        Comparison comparison = report(experiment, results);
        return comparison.outcomes().getOrDefault(Outcome.FAILED, 0) + comparison.missing() == 0
                ? ExitCode.DONE
                : ExitCode.INCOMPLETE;
    }

    private void sayIfNothing(int trained, Experiment experiment, Results results) {
        if (trained == 0) {
            spec.commandLine()
                    .getErr()
                    .println("All " + experiment.runs().size() + " runs are recorded in " + results.folder()
                            + "; nothing was trained.");
        }
    }

    private Comparison report(Experiment experiment, Results results) {
        Comparison comparison = Comparisons.of(experiment, results);
        Reports.write(comparison, options.catalog(), results.folder());
        spec.commandLine().getOut().print(TerminalTable.of(comparison));
        spec.commandLine().getOut().println("report: " + results.folder().resolve("report.html"));
        spec.commandLine().getOut().flush();
        return comparison;
    }

    /** Reports on what there is. */
    private int interrupted(Experiment experiment, Results results) {
        int missing = results.isDescribed()
                ? report(experiment, results).missing()
                : experiment.runs().size();
        spec.commandLine()
                .getErr()
                .println("interrupted with " + missing
                        + " runs to do; the others are recorded, and run goes on from there.");
        return ExitCode.INTERRUPTED;
    }
}
