package org.converge4j.train;

import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.step.Treatment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.updater.Updater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A step of one replica among many, the loss of every replica read at every step, beside plain loops over the same numbers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class Steps {
    private static final int LINEAR = 90;
    private static final int MLP = 100;

    /** Linear(10, 1), 5 rows, double. */
    @Benchmark
    @OperationsPerInvocation(LINEAR)
    public double linear(Linear state) {
        return state.step();
    }

    /** 10-32-1 with tanh, 32 rows, float. */
    @Benchmark
    @OperationsPerInvocation(MLP)
    public double mlp(Mlp state) {
        return state.step();
    }

    /** What {@link #linear} could cost at best. */
    @Benchmark
    @OperationsPerInvocation(LINEAR)
    public double plainLoop(Plain state) {
        return state.loop.step();
    }

    /** A trainer in the middle of its work. */
    @State(Scope.Benchmark)
    public abstract static class Trained {
        @Param({"sgd", "adam", "torchSgd", "torchAdam"})
        public String updater = "";

        private Trainer trainer;

        @Setup(Level.Iteration)
        public void begin() {
            trainer = begun(updater);
        }

        abstract Trainer begun(String updater);

        double step() {
            trainer.step();
            double sum = 0;
            for (int replica = 0; replica < trainer.replicas(); replica++) {
                sum += trainer.loss(replica);
            }
            if (!Double.isFinite(sum)) {
                throw new IllegalStateException("a replica diverged");
            }
            return sum;
        }
    }

    /** Of {@link #linear}. */
    public static class Linear extends Trained {
        @Override
        Trainer begun(String updater) {
            return trainer(updater, new Choice("linear", Map.of()), 5, LINEAR, Precision.DOUBLE);
        }
    }

    /** Of {@link #mlp}. */
    public static class Mlp extends Trained {
        @Override
        Trainer begun(String updater) {
            Choice network = new Choice("mlp", Map.of("hidden", List.of(32), "activation", "tanh"));
            return trainer(updater, network, 32, MLP, Precision.FLOAT);
        }
    }

    /** A plain loop in the middle of its work. */
    @State(Scope.Benchmark)
    public static class Plain {
        @Param({"sgd", "adam"})
        public String rule = "";

        private PlainLoop loop;

        @Setup(Level.Iteration)
        public void begin() {
            loop = new PlainLoop(LINEAR, rule.equals("adam"));
        }
    }

    private static Trainer trainer(String updater, Choice network, int rows, int replicas, Precision precision) {
        Catalog catalog = Catalog.load(Steps.class.getClassLoader());
        Choice data = new Choice("randn", Map.of("rows", rows, "features", 10, "targets", 1, "seed", 1L));
        LoadedProblem problem =
                LoadedProblem.load(new Problem("problem", data, network, List.of()), catalog, Path.of(""));
        Training training = new Training(
                new Budget(Budget.Unit.STEPS, Integer.MAX_VALUE), 0, precision, Recording.EVERY_STEP);
        List<Replica> all = IntStream.range(0, replicas)
                .mapToObj(i -> new Replica(
                        (Updater) catalog.updater(updater).create(Map.of("learningRate", 0.001 * (1 + i % 9))),
                        Treatment.NONE,
                        problem.start(i),
                        i))
                .toList();
        return Trainers.of(problem, training, all);
    }
}
