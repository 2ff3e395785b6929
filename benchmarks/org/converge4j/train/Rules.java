package org.converge4j.train;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A step of each updater of the catalog at its defaults, and of torchSgd with each thing around it: 64-32-10 with tanh (2410 parameters),
 * batches of 16 of 256 rows, double. Batches differ, so that no rule comes to rest; what a step takes of gradients and losses is part of it.
 * {@code main} prints the processor time of each beside torchSgd's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class Rules {
    private static final String AROUND = "torchSgd+";

    @Param("torchSgd")
    public String updater = "";

    private Trainer trainer;

    @Setup(Level.Iteration)
    public void begin() {
        Catalog catalog = catalog();
        Choice data = new Choice("randn", Map.of("rows", 256, "features", 64, "targets", 10, "seed", 1L));
        Choice network = new Choice("mlp", Map.of("hidden", List.of(32), "activation", "tanh"));
        LoadedProblem problem =
                LoadedProblem.load(new Problem("problem", data, network, List.of()), catalog, Path.of(""));
        Training training = new Training(
                new Budget(Budget.Unit.STEPS, Integer.MAX_VALUE), 16, Precision.DOUBLE, Recording.EVERY_STEP);
        Updater rule = (Updater) catalog.updater(updater.startsWith(AROUND) ? "torchSgd" : updater).create(Map.of());
        trainer = Trainers.of(
                problem, training, List.of(new Replica(rule, treatment(catalog), problem.start(1), 1)));
    }

    private Treatment treatment(Catalog catalog) {
        if (!updater.startsWith(AROUND)) {
            return Treatment.NONE;
        }
        Choice around = new Choice(updater.substring(AROUND.length()), Map.of());
        return Treatment.of(new CommonSettings(List.of(), Clip.NONE, Decay.NONE, List.of(around)), catalog);
    }

    @Benchmark
    public void step() {
        trainer.step();
    }

    private static Catalog catalog() {
        return Catalog.load(Rules.class.getClassLoader());
    }

    public static void main(String[] arguments) throws RunnerException {
        Catalog catalog = catalog();
        String[] names = Stream.concat(
                        catalog.updaters().stream()
                                .filter(variant -> variant.about().unusable().isEmpty())
                                .map(variant -> variant.name()),
                        catalog.around().stream().map(variant -> AROUND + variant.name()))
                .toArray(String[]::new);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Rules.class.getName())
                        .param("updater", names)
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
        double base = results.stream()
                .filter(result -> name(result).equals("torchSgd"))
                .mapToDouble(Rules::micros)
                .findFirst()
                .orElseThrow();
        results.stream()
                .sorted(Comparator.comparingDouble(Rules::micros))
                .forEach(result -> System.out.printf(
                        Locale.ROOT, "%-24s %8.1f us  %6.2f%n", name(result), micros(result), micros(result) / base));
    }

    private static String name(RunResult result) {
        return result.getParams().getParam("updater");
    }

    private static double micros(RunResult result) {
        return result.getSecondaryResults().get("cpu").getScore();
    }
}
