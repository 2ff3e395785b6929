package org.converge4j.analysis;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntUnaryOperator;
import org.converge4j.analysis.TrialSummary.BandPoint;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.Curve;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/**
 * Quartiles of the loss, or of another metric, over runs, at each step at which the longest of them has it; kept as plain columns
 * of numbers.
 */
public final class Band extends AbstractList<BandPoint> implements RandomAccess {
    /** Of no runs. */
    static final Band NONE = new Band(new int[0], new double[0], new double[0], new double[0]);

    private final int[] steps;
    private final double[] lower;
    private final double[] median;
    private final double[] upper;

    private Band(int[] steps, double[] lower, double[] median, double[] upper) {
        this.steps = steps;
        this.lower = lower;
        this.median = median;
        this.upper = upper;
    }

    /**
     * Of runs that recorded the same steps, as far as they went; one that has diverged by then counts as infinite.
     *
     * @param floor on which those are put that have another, so that quartiles are of excesses
     */
    static Band of(List<RunRecord> runs, Optional<Double> floor) {
        double[] shifts = runs.stream().mapToDouble(run -> shift(run, floor)).toArray();
        return of(runs.stream().map(RunRecord::curve).toList(), (run, i) -> loss(runs.get(run), i) + shifts[run]);
    }

    /** What puts a loss over a run's own floor on another. */
    static double shift(RunRecord run, Optional<Double> floor) {
        return floor.orElse(0.0) - run.facts().floor().or(() -> floor).orElse(0.0);
    }

    /** The same of where runs stepped from, for those that were measured elsewhere; of no runs for all others. */
    static Band stepped(List<RunRecord> runs) {
        List<Curve> curves =
                runs.stream().flatMap(run -> run.stepped().stream()).toList();
        return of(
                curves,
                (run, i) -> i < curves.get(run).size()
                        ? curves.get(run).loss(i)
                        : curves.get(run).last());
    }

    /** A metric of runs that measured the same steps, as far as they went; after its end, a run keeps what it ended with. */
    static Band of(List<RunRecord> runs, Metric metric) {
        List<Integer> longest = List.of();
        for (RunRecord run : runs) {
            List<Integer> steps = run.metrics().steps();
            longest = run.metrics().values().containsKey(metric) && steps.size() > longest.size() ? steps : longest;
        }
        List<Integer> steps = longest;
        return of(runs.size(), longest.size(), steps::get, (run, i) -> value(runs.get(run), metric, i));
    }

    private static Band of(List<Curve> curves, Values value) {
        return curves.stream()
                .max(Comparator.comparingInt(Curve::size))
                .map(longest -> of(curves.size(), longest.size(), longest::step, value))
                .orElse(NONE);
    }

    private static Band of(int runs, int size, IntUnaryOperator step, Values value) {
        Band band = new Band(new int[size], new double[size], new double[size], new double[size]);
        double[] values = new double[runs];
        for (int i = 0; i < size; i++) {
            for (int run = 0; run < runs; run++) {
                values[run] = value.at(run, i);
            }
            Arrays.sort(values);
            band.steps[i] = step.applyAsInt(i);
            band.lower[i] = Quartiles.at(values, 0.25);
            band.median[i] = Quartiles.at(values, 0.5);
            band.upper[i] = Quartiles.at(values, 0.75);
        }
        return band;
    }

    private static double loss(RunRecord run, int point) {
        return point < run.curve().size() ? run.curve().loss(point) : Measure.finalLoss(run);
    }

    /** A run that diverged, or of which the metric is not known, counts as the worst there is. */
    private static double value(RunRecord run, Metric metric, int point) {
        List<Double> values = run.metrics().values().getOrDefault(metric, List.of());
        boolean lost = values.isEmpty() || (point >= values.size() && run.outcome() == Outcome.DIVERGED);
        return lost ? metric.worst() : values.get(Math.min(point, values.size() - 1));
    }

    @Override
    public int size() {
        return steps.length;
    }

    @Override
    public BandPoint get(int i) {
        return new BandPoint(steps[i], loss(i));
    }

    /** The step of point i, ascending from 0. */
    public int step(int i) {
        return steps[i];
    }

    /** Quartiles of the loss at point i. */
    public Quartiles loss(int i) {
        return new Quartiles(lower[i], median[i], upper[i]);
    }

    /** Quartiles at the last point; nothing where there is none. */
    Optional<Quartiles> last() {
        return isEmpty() ? Optional.empty() : Optional.of(loss(size() - 1));
    }

    /** The first quartile at point i. */
    public double lower(int i) {
        return lower[i];
    }

    /** The median at point i. */
    public double median(int i) {
        return median[i];
    }

    /** The third quartile at point i. */
    public double upper(int i) {
        return upper[i];
    }

    /** The values that quartiles are taken of; plain numbers, for there are millions. */
    @FunctionalInterface
    private interface Values {
        /** That of a run at a point. */
        double at(int run, int point);
    }
}
