package org.converge4j.analysis;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.converge4j.analysis.TrialSummary.BandPoint;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;

/** Quartiles of the loss over runs, at each step that the longest of them recorded; kept as plain columns of numbers. */
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

    /** Of runs that recorded the same steps, as far as they went; one that has diverged by then counts as infinite. */
    static Band of(List<RunRecord> runs) {
        if (runs.isEmpty()) {
            return NONE;
        }
        Curve longest = runs.get(0).curve();
        for (RunRecord run : runs) {
            longest = run.curve().size() > longest.size() ? run.curve() : longest;
        }
        int size = longest.size();
        Band band = new Band(new int[size], new double[size], new double[size], new double[size]);
        double[] losses = new double[runs.size()];
        for (int i = 0; i < size; i++) {
            for (int run = 0; run < losses.length; run++) {
                losses[run] = loss(runs.get(run), i);
            }
            Arrays.sort(losses);
            band.steps[i] = longest.step(i);
            band.lower[i] = Quartiles.at(losses, 0.25);
            band.median[i] = Quartiles.at(losses, 0.5);
            band.upper[i] = Quartiles.at(losses, 0.75);
        }
        return band;
    }

    private static double loss(RunRecord run, int point) {
        return point < run.curve().size() ? run.curve().loss(point) : Measure.finalLoss(run);
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
}
