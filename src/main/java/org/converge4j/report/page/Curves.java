package org.converge4j.report.page;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.Excess;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.content.PageData.BandData;
import org.converge4j.report.content.PageData.RunData;
import org.converge4j.report.content.Words;
import org.converge4j.report.plot.Thinning;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;

/** The curves of a page: over the floor, and thinned so that the page of 3,000 runs stays within a few megabytes. */
final class Curves {
    private static final int BAND_POINTS = 40_000;
    private static final int RUN_POINTS = 150_000;
    private static final int MOST_POINTS = 400;
    private static final int LEAST_POINTS = 40;

    private final int bandPoints;
    private final int runPoints;

    /** Each curve gets its share of the points that all together may have. */
    Curves(Experiment experiment) {
        int trials = experiment.trials().size();
        this.bandPoints = share(BAND_POINTS, trials);
        this.runPoints = share(RUN_POINTS, trials * experiment.seeds().size());
    }

    private static int share(int points, int curves) {
        return Math.max(LEAST_POINTS, Math.min(MOST_POINTS, points / Math.max(1, curves)));
    }

    BandData band(Band band, Excess excess) {
        return band(band, excess::of);
    }

    /** Of a metric: as it is. */
    BandData band(Band band) {
        return band(band, value -> value);
    }

    private BandData band(Band band, DoubleUnaryOperator drawn) {
        int[] kept = Thinning.keep(band, bandPoints);
        return new BandData(
                Arrays.stream(kept).map(band::step).toArray(),
                Arrays.stream(kept).mapToDouble(band::lower).map(drawn).toArray(),
                Arrays.stream(kept).mapToDouble(band::median).map(drawn).toArray(),
                Arrays.stream(kept).mapToDouble(band::upper).map(drawn).toArray());
    }

    RunData run(RunRecord run, Excess excess) {
        Curve curve = run.curve();
        int[] steps = new int[curve.size()];
        double[] losses = new double[curve.size()];
        for (int i = 0; i < curve.size(); i++) {
            steps[i] = curve.step(i);
            losses[i] = curve.loss(i);
        }
        int[] kept = Thinning.keep(steps, losses, runPoints);
        return new RunData(
                run.spec().seed(),
                Words.end(run),
                Arrays.stream(kept).map(i -> steps[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> excess.of(losses[i])).toArray());
    }
}
