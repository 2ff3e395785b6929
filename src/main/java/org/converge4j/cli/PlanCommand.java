package org.converge4j.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.converge4j.analysis.verdict.Grids;
import org.converge4j.analysis.verdict.Power;
import org.converge4j.api.ExperimentFolder;
import org.converge4j.cli.option.ExperimentOptions;
import org.converge4j.cli.option.ResultsOptions;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.Results;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.plan.Forecast;
import org.converge4j.run.worker.WorkerPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}: what {@code run} would train, after reading all that {@code run} reads; trains nothing. */
@Command(
        name = "plan",
        header = "Every run, and how long what is missing will take.",
        description =
                "Reads the experiment and its data as run would, and refuses what run would refuse; says for every"
                        + " trial how many runs are recorded already, and how long the rest will take. Trains nothing.",
        footer = {"  ./converge plan configs/tuned.yaml", "  ./converge plan my.yaml --set seeds=20 --json"},
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ResultsOptions target = new ResultsOptions();

    @Option(names = "--json", description = "every run with its id, as JSON")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        options.catalog(); // workers find the jars of --jar
        try (WorkerPool workers = new WorkerPool(Execution.PATIENCE, options.home())) {
            workers.startAhead();
            ExperimentFile file = options.read();
            Results results = target.of(file);
            ExperimentFolder folder = new ExperimentFolder(file, results, options.catalog());
            results.checkWritable();
            PrintWriter out = spec.commandLine().getOut();
            Consumer<String> understood = json ? line -> {} : out::println;
            Execution how = Execution.here(processors());
            List<RunSpec> toDo = folder.missing(how);
            Optional<Duration> time = folder.forecast(how, toDo, workers, understood);
            Set<RunSpec> missing = new HashSet<>(toDo);
            if (json) {
                out.println(json(file.experiment().runs(), missing));
            } else {
                print(file.experiment().runs(), missing, results, time, out);
                Stream.of(new Grids(file.experiment()).ahead(), Power.of(file.experiment()))
                        .filter(line -> !line.isEmpty())
                        .forEach(out::println);
            }
            out.flush();
        }
        return ExitCode.DONE;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void print(
            List<RunSpec> runs, Set<RunSpec> missing, Results results, Optional<Duration> time, PrintWriter out) {
        Map<Trial, int[]> counts = new LinkedHashMap<>(); // runs, and those that are recorded
        for (RunSpec run : runs) {
            int[] count = counts.computeIfAbsent(run.trial(), trial -> new int[2]);
            count[0]++;
            count[1] += missing.contains(run) ? 0 : 1;
        }
        int width = counts.keySet().stream()
                .mapToInt(trial -> trial.label().length())
                .max()
                .orElse(0);
        String problem = "";
        for (var trial : counts.entrySet()) {
            String name = trial.getKey().problem().name();
            if (!name.equals(problem)) {
                problem = name;
                out.println(problem);
            }
            String label = trial.getKey().label();
            out.printf(
                    "  %s%s  %d runs, %d recorded%n",
                    label, " ".repeat(width - label.length()), trial.getValue()[0], trial.getValue()[1]);
        }
        out.printf(
                "%d runs, %d recorded in %s, %d to do%s%n",
                runs.size(),
                runs.size() - missing.size(),
                results.folder(),
                missing.size(),
                missing.isEmpty()
                        ? ""
                        : time.map(t -> ", " + Forecast.spoken(t)).orElse(""));
    }

    private static String json(List<RunSpec> runs, Set<RunSpec> missing) {
        return RecordFormat.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(runs.stream()
                        .map(run -> new Planned(
                                run.id(),
                                run.trial().problem().name(),
                                run.trial().label(),
                                run.seed(),
                                !missing.contains(run)))
                        .toList());
    }

    private record Planned(String id, String problem, String trial, long seed, boolean recorded) {}
}
