package org.converge4j.report.page;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.PageData.BandData;
import org.converge4j.report.content.PageData.RunData;
import org.converge4j.report.content.PageData.TestedData;
import org.converge4j.report.content.Words;
import org.converge4j.report.plot.Thinning;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;

/** The curves of a page: over the floor, and thinned so that the page of 3,000 runs stays within a few megabytes. */
final class Curves {
    /** The loss of the test part and, of a classification, its accuracy; of a regression, RMSE and R² say no more than the loss. */
    private static final List<Metric> TESTED = List.of(Metric.TEST_LOSS, Metric.TEST_ACCURACY);

    private static final int BAND_POINTS = 40_000;
    private static final int RUN_POINTS = 150_000;
    private static final int MOST_POINTS = 400;
    private static final int LEAST_POINTS = 40;

    private final int bandPoints;
    private final int runPoints;
    private final int testPoints;

    /** Each curve gets its share of the points that all together may have. */
    Curves(Experiment experiment) {
        int trials = experiment.trials().size();
        this.bandPoints = share(BAND_POINTS, trials);
        this.runPoints = share(RUN_POINTS, trials * experiment.seeds().size());
        this.testPoints = runPoints / 2;
    }

    /** The measures whose curves are drawn beside the training loss: those of the test part, and what decides. */
    static List<Metric> drawn(ProblemComparison problem) {
        return Stream.concat(
                        TESTED.stream(), Stream.of(problem.deciding().measure().watched()))
                .filter(metric -> metric != Metric.LOSS)
                .distinct()
                .toList();
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

    RunData run(RunRecord run, Excess excess, List<Metric> metrics) {
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
                run.outcome().name(),
                Words.end(run),
                Arrays.stream(kept).map(i -> steps[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> excess.of(losses[i])).toArray(),
                tested(run, metrics));
    }

    /** The same of other measures, at a share of the points. */
    private Optional<TestedData> tested(RunRecord run, List<Metric> metrics) {
        Map<Metric, List<Double>> values = run.metrics().values();
        List<Metric> measured = metrics.stream().filter(values::containsKey).toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        int[] steps = run.metrics().steps().stream().mapToInt(Integer::intValue).toArray();
        int[] kept = Thinning.keep(steps, numbers(requireNonNull(values.get(measured.get(0)))), testPoints);
        Map<String, double[]> drawn = new LinkedHashMap<>();
        measured.forEach(metric -> drawn.put(
                metric.words(),
                Arrays.stream(kept)
                        .mapToDouble(i -> requireNonNull(values.get(metric)).get(i))
                        .toArray()));
        return Optional.of(new TestedData(Arrays.stream(kept).map(i -> steps[i]).toArray(), drawn));
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
