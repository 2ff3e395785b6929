package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.converge4j.experiment.Budget;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Precision;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Recording;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Target;
import org.converge4j.experiment.Training;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** Experiments and records made by hand, over a floor of 0. */
final class Experiments {
    static final Problem PROBLEM =
            new Problem("p", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());
    static final Training TRAINING =
            new Training(new Budget(Budget.Unit.STEPS, 3), 0, Precision.DOUBLE, Recording.EVERY_STEP);
    static final ProblemFacts FACTS = new ProblemFacts(5, 10, 1, 11, "hash", Optional.of(0.0));

    private final Map<String, RunRecord> records = new LinkedHashMap<>();
    private final List<Trial> trials = new ArrayList<>();

    /** A trial whose seed i has the i-th curve; one that ends in ∞ has diverged there. */
    Experiments trial(String updater, double rate, double[]... curves) {
        Trial trial = new Trial(
                updater + " learningRate=" + rate,
                PROBLEM,
                new Choice(updater, Map.of(Choice.LEARNING_RATE, rate)),
                TRAINING);
        trials.add(trial);
        for (int i = 0; i < curves.length; i++) {
            RunRecord record = record(new RunSpec(trial, i + 1L), curves[i]);
            records.put(record.id(), record);
        }
        return this;
    }

    /** The only problem's comparison. */
    ProblemComparison compare(int seeds, int tuningSeeds, double... fractions) {
        return comparison(seeds, tuningSeeds, fractions).problems().get(0);
    }

    /** The comparison over so many reporting and, after them, tuning seeds. */
    Comparison comparison(int seeds, int tuningSeeds, double... fractions) {
        List<Target> targets = Arrays.stream(fractions)
                .mapToObj(f -> new Target(Target.Kind.FRACTION, f))
                .toList();
        Experiment experiment =
                new Experiment("e", "", trials, range(1, seeds), range(seeds + 1, tuningSeeds), targets);
        return new Analysis(experiment, records, Map.of(), List.of()).compare(List.of());
    }

    static RunRecord record(RunSpec spec, double... losses) {
        boolean diverged = Double.isInfinite(losses[losses.length - 1]);
        int points = diverged ? losses.length - 1 : losses.length;
        return new RunRecord(
                RunRecord.SCHEMA,
                spec.id(),
                spec,
                diverged ? Outcome.DIVERGED : Outcome.BUDGET_SPENT,
                losses.length - 1,
                "",
                new Curve(IntStream.range(0, points).toArray(), Arrays.copyOf(losses, points)),
                List.of(),
                FACTS,
                "test",
                new Environment("", "", "", "", "", "", 1));
    }

    private static List<Long> range(long from, int count) {
        return LongStream.range(from, from + count).boxed().toList();
    }
}
