package org.converge4j.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Quartiles;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.BandPoint;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.PageData.BandData;
import org.converge4j.report.PageData.ProblemData;
import org.converge4j.report.PageData.RunData;
import org.converge4j.report.PageData.TableData;
import org.converge4j.report.PageData.TrialData;
import org.converge4j.result.RunRecord;

/** Cuts a comparison down to the page's data. */
final class PageBuilder {
    /** Points of all bands together; keeps the page of the largest experiments within a few megabytes. */
    private static final int BAND_POINTS = 40_000;

    /** Points of all runs together. */
    private static final int RUN_POINTS = 150_000;

    private static final int MOST_POINTS = 400;
    private static final int LEAST_POINTS = 40;

    private final Comparison comparison;
    private final int bandPoints;
    private final int runPoints;

    PageBuilder(Comparison comparison) {
        this.comparison = comparison;
        int trials = comparison.experiment().trials().size();
        int runs = trials * comparison.experiment().seeds().size();
        this.bandPoints = perCurve(BAND_POINTS, trials);
        this.runPoints = perCurve(RUN_POINTS, runs);
    }

    private static int perCurve(int points, int curves) {
        return Math.max(LEAST_POINTS, Math.min(MOST_POINTS, points / Math.max(1, curves)));
    }

    PageData data(Catalog catalog) {
        return new PageData(
                comparison.experiment().name(),
                Words.question(comparison),
                Words.size(comparison),
                List.of(),
                Words.caveats(comparison),
                comparison.problems().stream().map(this::problem).toList(),
                new UpdaterNotes(comparison, catalog).all(),
                Words.training(comparison),
                comparison.environments().stream().map(Words::environment).toList(),
                Words.commands(comparison));
    }

    private ProblemData problem(ProblemComparison problem) {
        Optional<Double> floor = problem.facts().flatMap(f -> f.floor());
        return new ProblemData(
                problem.problem().name(),
                Words.facts(problem, ""),
                floor,
                table(problem),
                problem.trials().stream()
                        .map(trial -> trial(trial, floor.orElse(0.0)))
                        .toList());
    }

    private static TableData table(ProblemComparison problem) {
        List<ResultTable.Column> columns = ResultTable.columns(problem);
        return new TableData(
                columns.stream().map(ResultTable.Column::heading).toList(),
                columns.stream().map(ResultTable.Column::numeric).toList(),
                problem.trials().stream()
                        .map(trial -> columns.stream()
                                .map(column -> column.cell().apply(trial))
                                .toList())
                        .toList());
    }

    private TrialData trial(TrialSummary trial, double floor) {
        return new TrialData(
                trial.trial().label(),
                trial.trial().updater().variant(),
                trial.trial().updater().learningRate(),
                ResultTable.ending(trial),
                band(trial.band(), floor),
                trial.runs().stream().map(run -> run(run, floor)).toList());
    }

    private BandData band(List<BandPoint> band, double floor) {
        List<BandPoint> kept = Arrays.stream(Thinning.keep(band, bandPoints))
                .mapToObj(band::get)
                .toList();
        return new BandData(
                kept.stream().mapToInt(BandPoint::step).toArray(),
                over(floor, kept, Quartiles::lower),
                over(floor, kept, Quartiles::median),
                over(floor, kept, Quartiles::upper));
    }

    private static double[] over(double floor, List<BandPoint> band, ToDoubleFunction<Quartiles> which) {
        return band.stream()
                .mapToDouble(point -> which.applyAsDouble(point.loss()) - floor)
                .toArray();
    }

    private RunData run(RunRecord run, double floor) {
        int size = run.curve().size();
        int[] steps = new int[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            steps[i] = run.curve().step(i);
            values[i] = run.curve().loss(i) - floor;
        }
        int[] keep = Thinning.keep(steps, values, runPoints);
        return new RunData(
                run.spec().seed(),
                Words.end(run),
                Arrays.stream(keep).map(i -> steps[i]).toArray(),
                Arrays.stream(keep).mapToDouble(i -> values[i]).toArray());
    }
}
