package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
import org.converge4j.result.Environment;
import org.converge4j.result.Measurement;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.StepTime;

/** Experiments and records made by hand, over a floor of 0 unless they say otherwise. */
public final class Experiments {
    public static final Problem PROBLEM =
            new Problem("p", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());
    public static final Training TRAINING =
            new Training(new Budget(Budget.Unit.STEPS, 3), 0, Precision.DOUBLE, Recording.EVERY_STEP);
    public static final ProblemFacts FACTS = new ProblemFacts(5, 10, 1, 11, "hash", Optional.of(0.0));

    private final Map<String, RunRecord> records = new LinkedHashMap<>();
    private final Map<String, Measurement> measurements = new HashMap<>();
    private final List<RunRecord> guests = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private Problem problem = PROBLEM;
    private ProblemFacts facts = FACTS;
    private Training training = TRAINING;
    private double[] floors = {};
    private Optional<DecideBy> decideBy = Optional.empty();

    /** A problem of another name, of whose runs none is one of PROBLEM's. */
    public static Problem problem(String name) {
        return new Problem(name, new Choice("csv", Map.of("file", name)), PROBLEM.network(), List.of());
    }

    /** Facts about the same data over another floor, or none. */
    public static ProblemFacts over(Optional<Double> floor) {
        return new ProblemFacts(5, 10, 1, 11, "hash", floor);
    }

    /** Facts about the same data with a quadratic loss over a floor of 0. */
    public static ProblemFacts quadratic(double largest, double smallest) {
        return new ProblemFacts(
                5,
                10,
                1,
                11,
                "hash",
                Optional.of(0.0),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Curvature(largest, smallest)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** What follows is on this problem. */
    public Experiments on(Problem other, ProblemFacts known) {
        problem = other;
        facts = known;
        return this;
    }

    /** What follows is trained on rows of its own for each seed, over these floors. */
    public Experiments divided(double... ofSeeds) {
        floors = ofSeeds;
        return this;
    }

    /** What follows is trained so. */
    public Experiments trained(Training otherwise) {
        training = otherwise;
        return this;
    }

    /** This decides. */
    public Experiments deciding(DecideBy by) {
        decideBy = Optional.of(by);
        return this;
    }

    /** A trial whose seed i has the i-th curve; one that ends in ∞ has diverged there, one without points has failed. */
    public Experiments trial(String updater, double rate, double[]... curves) {
        Trial trial = named(updater, rate);
        trials.add(trial);
        for (int i = 0; i < curves.length; i++) {
            RunRecord record = record(new RunSpec(trial, i + 1L), "test", curves[i]);
            records.put(record.id(), record);
        }
        return this;
    }

    /** The trial before has this label. */
    public Experiments called(String label) {
        Trial last = trials.remove(trials.size() - 1);
        trials.add(new Trial(label, last.problem(), last.updater(), last.common(), last.training()));
        return this;
    }

    /** The trial before remembers so much, and was not timed. */
    public Experiments costing(double bytesPerParameter) {
        String key = trials.get(trials.size() - 1).key();
        measurements.put(key, new Measurement(key, bytesPerParameter, 0, Optional.empty()));
        return this;
    }

    /** The trial before costs so much. */
    public Experiments costing(double bytesPerParameter, StepTime time) {
        costing(bytesPerParameter);
        measurements.computeIfPresent(trials.get(trials.size() - 1).key(), (key, untimed) -> untimed.timed(time));
        return this;
    }

    /** The runs of the trial before have so much of a metric at their end, the i-th seed the i-th value. */
    public Experiments measuring(Metric metric, double... values) {
        Trial trial = trials.get(trials.size() - 1);
        for (int i = 0; i < values.length; i++) {
            String id = new RunSpec(trial, i + 1L).id();
            records.computeIfPresent(
                    id, (same, run) -> with(run, metric, values[(int) run.spec().seed() - 1]));
        }
        return this;
    }

    /** The runs of the trial before have so much of a metric after one step, and so much at their end. */
    public Experiments moving(Metric metric, double first, double last) {
        String key = trials.get(trials.size() - 1).key();
        records.replaceAll((id, run) -> run.spec().trial().key().equals(key)
                ? with(run, new Metrics(List.of(1, run.steps()), Map.of(metric, List.of(first, last))))
                : run);
        return this;
    }

    private static RunRecord with(RunRecord run, Metric metric, double value) {
        return with(run, new Metrics(List.of(run.steps()), Map.of(metric, List.of(value))));
    }

    private static RunRecord with(RunRecord run, Metrics metrics) {
        return new RunRecord(
                run.spec(),
                run.outcome(),
                run.steps(),
                run.reason(),
                run.curve(),
                run.parameters(),
                run.facts(),
                run.trainer(),
                run.environment(),
                metrics);
    }

    /** A run of seed 1 from elsewhere. */
    public Experiments guest(String trainer, String updater, double rate, double... curve) {
        guests.add(record(new RunSpec(named(updater, rate), 1), trainer, curve));
        return this;
    }

    /** The only problem's comparison. */
    public ProblemComparison compare(int seeds, int tuningSeeds, double... fractions) {
        return comparison(seeds, tuningSeeds, fractions).problems().get(0);
    }

    /** The comparison over so many reporting and, after them, tuning seeds. */
    public Comparison comparison(int seeds, int tuningSeeds, double... fractions) {
        List<Target> targets = Arrays.stream(fractions)
                .mapToObj(f -> new Target(Target.Kind.FRACTION, f))
                .toList();
        Experiment experiment = new Experiment(
                "e", "", trials, range(1, seeds), range(seeds + 1, tuningSeeds), targets, decideBy, Optional.empty());
        return new Analysis(experiment, records, guests).compare(measurements, List.of());
    }

    private Trial named(String updater, double rate) {
        return new Trial(
                updater + " learningRate=" + rate,
                problem,
                new Choice(updater, Map.of(Choice.LEARNING_RATE, rate)),
                training);
    }

    private RunRecord record(RunSpec spec, String trainer, double... losses) {
        boolean failed = losses.length == 0;
        boolean diverged = !failed && Double.isInfinite(losses[losses.length - 1]);
        int points = diverged ? losses.length - 1 : losses.length;
        return new RunRecord(
                spec,
                failed ? Outcome.FAILED : diverged ? Outcome.DIVERGED : Outcome.BUDGET_SPENT,
                Math.max(0, losses.length - 1),
                "",
                new Curve(IntStream.range(0, points).toArray(), Arrays.copyOf(losses, points)),
                List.of(),
                facts(spec.seed()),
                trainer,
                new Environment("", "", "", "", failed ? "another" : "", "", 1),
                Metrics.NONE);
    }

    private ProblemFacts facts(long seed) {
        return floors.length == 0
                ? facts
                : new ProblemFacts(5, 10, 1, 11, "hash of " + seed, Optional.of(floors[(int) seed - 1]));
    }

    private static List<Long> range(long from, int count) {
        return LongStream.range(from, from + count).boxed().toList();
    }
}
