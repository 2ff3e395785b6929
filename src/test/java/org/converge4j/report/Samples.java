package org.converge4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Curve;
import org.converge4j.result.Descent;
import org.converge4j.result.Environment;
import org.converge4j.result.Evaluations;
import org.converge4j.result.Measurement;
import org.converge4j.result.Measurement.Strides;
import org.converge4j.result.Metrics;
import org.converge4j.result.Model;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.StepTime;

/**
 * Comparisons made by hand: each updater contracts the excess by |1 − c·rate| a step, as gradient descent does on a quadratic,
 * so that a rate beyond 2/c diverges.
 */
public final class Samples {
    private static final Environment HERE = new Environment("1", "1.0.0-M2.1", "CpuBackend", "17", "Linux", "any", 1);

    private final String question;
    private final int seeds;
    private final int steps;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<String, RunRecord> records = new LinkedHashMap<>();
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<RunRecord> guests = new ArrayList<>();
    private Optional<Curvature> curvature = Optional.empty();
    private boolean followed;
    private boolean tested;
    private int gradientsPerStep = 1;
    private boolean averaged;
    private Optional<DecideBy> decideBy = Optional.empty();

    public Samples(String question, int seeds, int steps) {
        this.question = question;
        this.seeds = seeds;
        this.steps = steps;
    }

    /** Three of the article's updaters over a grid of rates, momentum diverging at the greatest. */
    public static Comparison grid(String question) {
        return new Samples(question, 8, 60)
                .updater("sgd", 1.0, 0.01, 0.1, 1.0)
                .updater("momentum", 2.5, 0.01, 0.1, 1.0)
                .updater("adam", 0.5, 0.01, 0.1, 1.0)
                .comparison();
    }

    /** This decides. */
    public Samples deciding(DecideBy by) {
        decideBy = Optional.of(by);
        return this;
    }

    /** Says of the updaters that follow that the Hessian is this multiple of the identity. */
    public Samples curved(double eigenvalue) {
        curvature = Optional.of(new Curvature(eigenvalue, eigenvalue));
        return this;
    }

    /** The runs so far once more, as another folder's ("baseline") or another program's ("imported"). */
    public Samples besides(String trainer) {
        for (RunRecord run : records.values()) {
            Trial trial = run.spec().trial();
            Trial other = new Trial(
                    trial.label() + " (" + trainer + ")",
                    trial.problem(),
                    new Choice(
                            trial.updater().variant() + " (" + trainer + ")",
                            trial.updater().settings()),
                    trial.training());
            guests.add(
                    run(new RunSpec(other, run.spec().seed()), run.outcome() == Outcome.DIVERGED ? 2 : 0.9, trainer));
        }
        return this;
    }

    /**
     * The updaters that follow have a test part: its loss is 3 and ten times the seed, its accuracy a hundredth of the seed and of the
     * step.
     */
    public Samples tested() {
        tested = true;
        return this;
    }

    private Metrics metrics(long seed) {
        List<Integer> at = List.of(0, 1, 10, steps);
        return tested
                ? new Metrics(
                        at,
                        Map.of(
                                Metric.TEST_LOSS,
                                at.stream().map(step -> 3 + 10.0 * seed).toList(),
                                Metric.TEST_ACCURACY,
                                at.stream().map(step -> (seed + step) / 100.0).toList()))
                : Metrics.NONE;
    }

    /** The updaters that follow take so many gradients a step. */
    public Samples taking(int gradients) {
        gradientsPerStep = gradients;
        return this;
    }

    /** The updaters that follow step from where the loss is twice what is measured. */
    public Samples averaged() {
        averaged = true;
        return this;
    }

    /** The updaters that follow have paths over a loss surface, and models. */
    public Samples followed() {
        followed = true;
        return this;
    }

    /** Along axes of curvature 2 and 1, from (3, 4); one that diverges is lost after three steps. */
    private Descent descent(double factor) {
        int size = factor > 1 ? 3 : steps + 1;
        double[] shrunk =
                IntStream.range(0, size).mapToDouble(t -> Math.pow(factor, t)).toArray();
        return new Descent(
                1,
                IntStream.range(0, size).toArray(),
                Arrays.stream(shrunk).map(f -> 2 + 17 * f * f).toArray(),
                List.of(
                        new Descent.Axis(
                                "stiffest direction",
                                2,
                                Arrays.stream(shrunk).map(f -> 3 * f).toArray()),
                        new Descent.Axis(
                                "flattest direction",
                                1,
                                Arrays.stream(shrunk).map(f -> 4 * f).toArray())));
    }

    /** An updater at each of these rates. */
    public Samples updater(String name, double c, double... rates) {
        for (double rate : rates) {
            Problem problem =
                    new Problem("bowl", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());
            Trial trial = new Trial(
                    rates.length == 1 ? name : name + " learningRate=" + rate,
                    problem,
                    new Choice(name, Map.of(Choice.LEARNING_RATE, rate)),
                    new Training(new Budget(Budget.Unit.STEPS, steps), 0, Precision.DOUBLE, Recording.EVERY_STEP));
            trials.add(trial);
            LongStream.rangeClosed(1, seeds).forEach(seed -> {
                RunRecord run = run(new RunSpec(trial, seed), Math.abs(1 - c * rate), "test");
                records.put(run.id(), run);
            });
            measurements.put(
                    trial.key(),
                    new Measurement(
                                    trial.key(),
                                    8,
                                    Optional.of(new Measurement.Distance(0.5, 3, seeds)),
                                    followed ? Optional.of(descent(Math.abs(1 - c * rate))) : Optional.empty(),
                                    followed
                                            ? Optional.of(new Model("final class Winner {}", "{\"confs\": []}"))
                                            : Optional.empty(),
                                    followed ? Optional.of(strides(c * rate)) : Optional.empty())
                            .timed(StepTime.ofSgd(300)));
        }
        return this;
    }

    /** On the median as long as this, of an updater that finds no rate. */
    private static Strides strides(double typical) {
        return new Strides(1, new int[] {1, 2, 4}, new double[] {9 * typical, typical, 0}, new double[0]);
    }

    public Comparison comparison() {
        Experiment experiment = new Experiment(
                "sample",
                question,
                trials,
                LongStream.rangeClosed(1, seeds).boxed().toList(),
                List.of(),
                List.of(new Target(Target.Kind.FRACTION, 0.1), new Target(Target.Kind.FRACTION, 0.01)),
                decideBy,
                Optional.empty());
        return new Analysis(experiment, records, guests).compare(measurements, List.of());
    }

    /** Forgets some of the runs. */
    public Samples without(int runs) {
        records.keySet().stream().limit(runs).toList().forEach(records::remove);
        return this;
    }

    private RunRecord run(RunSpec spec, double factor, String trainer) {
        RunRecord plain = plain(spec, factor, trainer);
        Curve curve = plain.curve();
        return new RunRecord(
                plain.schema(),
                plain.id(),
                spec,
                plain.outcome(),
                plain.steps(),
                plain.reason(),
                curve,
                plain.parameters(),
                plain.facts(),
                trainer,
                HERE,
                plain.metrics(),
                List.of(),
                gradientsPerStep == 1
                        ? Optional.empty()
                        : Optional.of(new Evaluations((long) gradientsPerStep * plain.steps(), 0)),
                averaged
                        ? Optional.of(new Curve(
                                IntStream.range(0, curve.size()).toArray(),
                                IntStream.range(0, curve.size())
                                        .mapToDouble(t -> 2 * curve.loss(t))
                                        .toArray()))
                        : Optional.empty(),
                Optional.empty());
    }

    private RunRecord plain(RunSpec spec, double factor, String trainer) {
        boolean diverged = factor > 1;
        int size = diverged ? Math.min(steps, 20) : steps + 1;
        return new RunRecord(
                spec,
                diverged ? Outcome.DIVERGED : Outcome.BUDGET_SPENT,
                diverged ? size : steps,
                diverged ? "the loss is beyond the limit" : "",
                new Curve(
                        IntStream.range(0, size).toArray(),
                        IntStream.range(0, size)
                                .mapToDouble(t -> 2 + spec.seed() * Math.pow(factor, 2.0 * t))
                                .toArray()),
                List.of(),
                new ProblemFacts(
                        5,
                        10,
                        1,
                        11,
                        "hash",
                        Optional.of(2.0),
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        curvature,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                trainer,
                HERE,
                metrics(spec.seed()));
    }
}
