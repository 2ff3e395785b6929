package org.converge4j.train;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Around;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Objective;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Sight;
import org.converge4j.updater.Step;
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
 * A step of each rule of the catalog at its defaults, and of each thing around one, on the parameters of 64-32-10: 2410 in two matrices and two
 * vectors. The loss is a quadratic whose solution wanders, so that no rule comes to rest, and costs next to nothing, so that what a rule
 * computes itself is measured: multiply what it evaluates by what that costs in a network. {@code main} prints the least processor time of
 * six rounds: a machine that is disturbed leaves one of them alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class Rules {
    /** The loop alone. */
    private static final String NOTHING = "(nothing)";

    private static final String AROUND = "around: ";
    private static final List<Block> BLOCKS = List.of(
            new Block("0_W", 0, 32, 64, true),
            new Block("0_b", 2048, 32, 1, false),
            new Block("1_W", 2080, 10, 32, true),
            new Block("1_b", 2400, 10, 1, false));
    private static final int SIZE = 2410;
    private static final int PLACES = 64;

    @Param(NOTHING)
    public String name = "";

    private final double[] weights = new double[SIZE];
    private final double[][] places = new double[PLACES][SIZE];
    private final double[] theta = new double[SIZE];
    private final double[] gradient = new double[SIZE];
    private Body body = (g, step) -> {};
    private int taken;

    /** What is measured of a step. */
    private interface Body {
        void take(double[] gradient, Step step);
    }

    @Setup(Level.Iteration)
    public void begin() {
        Random random = new Random(1);
        for (int i = 0; i < SIZE; i++) {
            weights[i] = 0.1 + 0.9 * random.nextDouble();
            theta[i] = random.nextGaussian();
            for (double[] place : places) {
                place[i] = random.nextGaussian();
            }
        }
        taken = 0;
        body = body(Catalog.load(Rules.class.getClassLoader()));
    }

    private Body body(Catalog catalog) {
        if (name.equals(NOTHING)) {
            return (g, step) -> {
                for (int i = 0; i < SIZE; i++) {
                    g[i] *= step.learningRate();
                }
            };
        }
        if (name.startsWith(AROUND)) {
            Around around = (Around) catalog.around(name.substring(AROUND.length()), Map.of());
            double[][] memory = around.state().stream()
                    .map(state -> new double[around.extent(state).of(SIZE, BLOCKS)])
                    .toArray(double[][]::new);
            return (g, step) -> {
                Step seen = sight(step, around.reads());
                around.before(g, memory, seen);
                around.after(g, gradient, memory, seen);
                around.settle(theta, memory, seen);
                for (int i = 0; i < SIZE; i++) {
                    g[i] *= step.learningRate();
                }
            };
        }
        Rule rule = (Rule) catalog.updater(name).create(Map.of());
        double[][] memory = Extent.memory(rule, SIZE, BLOCKS);
        return (g, step) -> rule.apply(g, memory, sight(new Step(step.number(), rule.learningRate()), rule.reads()));
    }

    private Step sight(Step step, Set<Reads> reads) {
        return new Step(
                step.number(),
                step.learningRate(),
                new Sight(reads, theta, BLOCKS, Optional.of(0.0), new Bowl(places[taken % PLACES])));
    }

    @Benchmark
    public double step() {
        taken++;
        new Bowl(places[taken % PLACES]).gradient(theta, gradient);
        body.take(gradient, new Step(taken, 0.01));
        for (int i = 0; i < SIZE; i++) {
            theta[i] -= gradient[i];
        }
        return theta[0];
    }

    /** Half the weighted square of the distance from a place. */
    private final class Bowl implements Objective {
        private final double[] place;

        Bowl(double[] place) {
            this.place = place;
        }

        @Override
        public double loss() {
            return loss(theta);
        }

        @Override
        public double loss(double[] at) {
            double sum = 0;
            for (int i = 0; i < SIZE; i++) {
                sum += weights[i] * (at[i] - place[i]) * (at[i] - place[i]) / 2;
            }
            return sum;
        }

        @Override
        public double gradient(double[] at, double[] into) {
            for (int i = 0; i < SIZE; i++) {
                into[i] = weights[i] * (at[i] - place[i]);
            }
            return loss(at);
        }

        @Override
        public void curvature(double[] direction, double[] product) {
            for (int i = 0; i < SIZE; i++) {
                product[i] = weights[i] * direction[i];
            }
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        Catalog catalog = Catalog.load(Rules.class.getClassLoader());
        Stream<String> rules = catalog.updaters().stream()
                .filter(variant -> variant.about().unusable().isEmpty())
                .filter(variant -> variant.create(Map.of()) instanceof Rule)
                .map(variant -> variant.name());
        Stream<String> around = catalog.around().stream().map(variant -> AROUND + variant.name());
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Rules.class.getName())
                        .param("name", Stream.concat(Stream.of(NOTHING), Stream.concat(rules, around)).toArray(String[]::new))
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
        results.stream()
                .sorted(Comparator.comparingDouble(Rules::micros))
                .forEach(result -> System.out.printf(
                        Locale.ROOT, "%-26s %8.1f us%n", result.getParams().getParam("name"), micros(result)));
    }

    private static double micros(RunResult result) {
        return result.getSecondaryResults().get("cpu").getStatistics().getMin();
    }
}
