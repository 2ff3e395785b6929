package org.converge4j.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.converge4j.analysis.verdict.Power;
import org.converge4j.api.ExperimentFolder;
import org.converge4j.cli.option.ExperimentOptions;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.store.Results;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.plan.Forecast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plan}: every run, and which are recorded already, and how long the rest will take; trains nothing. */
@Command(
        name = "plan",
        description =
                "Lists every run of an experiment and how many are recorded already and how long the rest will take;"
                        + " trains nothing.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public Integer call() {
        ExperimentFile file = options.read();
        Results results = options.results(file);
        List<RunSpec> runs = file.experiment().runs();
        Set<RunSpec> missing =
                new HashSet<>(new ExperimentFolder(file, results, options.catalog()).missing(Execution.here(1)));
        var out = spec.commandLine().getOut();
        for (RunSpec run : runs) {
            out.printf(
                    "%s  %-8s  %s  %s  seed %d%n",
                    run.id(),
                    missing.contains(run) ? "to do" : "recorded",
                    run.trial().problem().name(),
                    run.trial().label(),
                    run.seed());
        }
        out.printf(
                "%d runs, %d recorded in %s, %d to do%s%n",
                runs.size(),
                runs.size() - missing.size(),
                results.folder(),
                missing.size(),
                missing.isEmpty() ? "" : ", " + time(missing, results));
        String power = Power.of(file.experiment());
        if (!power.isEmpty()) {
            out.println(power);
        }
        return ExitCode.DONE;
    }

    private static String time(Set<RunSpec> missing, Results results) {
        int jobs = Runtime.getRuntime().availableProcessors();
        return new Forecast(results.measurements(), jobs)
                .of(List.copyOf(missing))
                .map(Forecast::spoken)
                .orElse("time unknown until the rows are counted");
    }
}
