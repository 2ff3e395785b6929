package org.converge4j.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.FunctionSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.function.Point;
import org.converge4j.function.Surface;
import org.converge4j.report.content.LandscapeData;
import org.converge4j.report.content.LandscapeData.PathData;
import org.converge4j.report.content.LandscapeData.PlaneData;
import org.converge4j.report.content.RankingRow;
import org.converge4j.report.content.UpdaterNotes;
import org.converge4j.result.Descent;
import org.converge4j.result.Measurement;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** Draws the loss surface of a problem with the paths that were followed: each updater's at its chosen settings. */
final class Landscapes {
    private static final int SAMPLES_OF_FUNCTION = 101;
    private static final int SAMPLES_OF_QUADRATIC = 61;

    /** What the axes of a quadratic are called, by their names in records. */
    private static final Map<String, String> AXES = Map.of(
            "stiffest direction", "axis.stiffest",
            "second stiffest direction", "axis.second-stiffest",
            "flattest direction", "axis.flattest");

    /** The narrower side of a function's window is at least this share of the wider one. */
    private static final double NARROWEST = 0.6;

    /** The same of a quadratic, whose long valleys are what there is to see. */
    private static final double NARROWEST_OF_QUADRATIC = 0.5;

    private final ProblemComparison problem;
    private final Catalog catalog;
    private final List<TrialSummary> trials;
    private final List<Descent> descents;

    private Landscapes(ProblemComparison problem, Catalog catalog) {
        this.problem = problem;
        this.catalog = catalog;
        this.trials = RankingRow.of(problem).stream()
                .flatMap(row -> row.trial().stream())
                .filter(trial ->
                        trial.measurement().flatMap(Measurement::descent).isPresent())
                .toList();
        this.descents = trials.stream()
                .flatMap(trial -> trial
                        .measurement()
                        .flatMap(Measurement::descent)
                        .map(descent -> stopped(trial, descent.seed())
                                .map(descent::until)
                                .orElse(descent))
                        .stream())
                .toList();
    }

    /** The step at which the run of a seed ended before its budget was spent and had not diverged. */
    private static Optional<Integer> stopped(TrialSummary trial, long seed) {
        return trial.runs().stream()
                .filter(run -> run.spec().seed() == seed
                        && (run.outcome() == Outcome.TARGET_REACHED || run.outcome() == Outcome.TIMED_OUT))
                .map(RunRecord::steps)
                .findFirst();
    }

    /** The landscape, where runs were followed. */
    static Optional<LandscapeData> of(ProblemComparison problem, Catalog catalog) {
        Landscapes landscapes = new Landscapes(problem, catalog);
        return landscapes.descents.isEmpty() ? Optional.empty() : Optional.of(landscapes.data());
    }

    private LandscapeData data() {
        Excess all = problem.excess();
        Excess excess = trials.get(0).runs().stream()
                .filter(run -> run.spec().seed() == descents.get(0).seed())
                .findFirst()
                .map(all::over)
                .orElse(all);
        int[] steps = descents.stream()
                .map(Descent::steps)
                .reduce((a, b) -> a.length >= b.length ? a : b)
                .orElseThrow();
        List<PathData> paths = IntStream.range(0, trials.size())
                .mapToObj(i -> new PathData(
                        trials.get(i).updater(),
                        trials.get(i).trial().label(),
                        Arrays.stream(descents.get(i).losses()).map(excess::of).toArray(),
                        descents.get(i).axes().stream()
                                .map(Descent.Axis::places)
                                .toList(),
                        stopped(trials.get(i), descents.get(i).seed()),
                        LiveDescent.rule(trials.get(i).trial()),
                        LiveDescent.exact(trials.get(i).trial().updater().settings())))
                .toList();
        Optional<Variant<FunctionSettings>> function =
                problem.problem().function().flatMap(choice -> Catalog.named(catalog.functions(), choice.variant()));
        Optional<About> about = function.map(Variant::about);
        return new LandscapeData(
                about.map(a -> UpdaterNotes.lines(a.equation())).orElse(List.of()),
                LandscapeNotes.of(problem, descents.get(0).seed(), function),
                steps,
                surface().map(this::plane).map(List::of).orElseGet(this::planes),
                paths,
                LiveDescent.of(problem, surface(), descents.get(0).seed()));
    }

    private Optional<Surface> surface() {
        return problem.problem()
                .function()
                .filter(function ->
                        Catalog.named(catalog.functions(), function.variant()).isPresent())
                .map(function -> (Surface) catalog.function(function.variant(), function.settings()));
    }

    private PlaneData plane(Surface surface) {
        List<Point> musts = Stream.concat(surface.minima().stream(), Stream.of(surface.start()))
                .toList();
        double[] x = musts.stream().mapToDouble(Point::x).toArray();
        double[] y = musts.stream().mapToDouble(Point::y).toArray();
        double least = NARROWEST * Math.max(span(x), span(y));
        double[] xs = Window.around(x, places(0), least).places(SAMPLES_OF_FUNCTION);
        double[] ys = Window.around(y, places(1), least).places(SAMPLES_OF_FUNCTION);
        return new PlaneData(
                Text.plain("x, y"),
                Text.plain("x"),
                Text.plain("y"),
                0,
                1,
                xs,
                ys,
                heights(xs, ys, (a, b) -> surface.value(a, b) - surface.floor()),
                surface.minima().stream()
                        .map(point -> new double[] {point.x(), point.y()})
                        .toList());
    }

    /** Every pair of principal axes of a quadratic. */
    private List<PlaneData> planes() {
        List<PlaneData> planes = new ArrayList<>();
        int count = descents.get(0).axes().size();
        for (int x = 0; x < count; x++) {
            for (int y = x + 1; y < count; y++) {
                planes.add(plane(x, y));
            }
        }
        return planes;
    }

    private PlaneData plane(int xAxis, int yAxis) {
        Descent.Axis right = descents.get(0).axes().get(xAxis);
        Descent.Axis up = descents.get(0).axes().get(yAxis);
        double least = NARROWEST_OF_QUADRATIC
                * Math.max(
                        symmetric(xAxis, Double.MIN_NORMAL).width(),
                        symmetric(yAxis, Double.MIN_NORMAL).width());
        double[] xs = symmetric(xAxis, least).places(SAMPLES_OF_QUADRATIC);
        double[] ys = symmetric(yAxis, least).places(SAMPLES_OF_QUADRATIC);
        return new PlaneData(
                Text.of("axis.plane", brief(right), brief(up)),
                titled(right),
                titled(up),
                xAxis,
                yAxis,
                xs,
                ys,
                heights(xs, ys, (x, y) -> (right.curvature() * x * x + up.curvature() * y * y) / 2),
                List.of(new double[] {0, 0}));
    }

    private static Text titled(Descent.Axis axis) {
        return Text.of("axis.titled", brief(axis), Figures.brief(axis.curvature()));
    }

    /** "stiffest"; an axis of another name, which a file may hold, as it is. */
    private static Text brief(Descent.Axis axis) {
        String key = AXES.get(axis.name());
        return key == null ? Text.plain(axis.name()) : Text.of(key);
    }

    /** As far on one side of the solution as on the other. */
    private Window symmetric(int axis, double least) {
        double start = Math.abs(descents.get(0).axes().get(axis).places()[0]);
        return Window.around(new double[] {-start, start}, places(axis), least);
    }

    private double[] places(int axis) {
        return descents.stream()
                .flatMapToDouble(
                        descent -> DoubleStream.of(descent.axes().get(axis).places()))
                .toArray();
    }

    private static double span(double[] values) {
        return Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
    }

    /** log₁₀ of a height that is 0 at its least; not below that of the least positive sample. */
    private static List<double[]> heights(double[] xs, double[] ys, DoubleBinaryOperator height) {
        List<double[]> rows = Arrays.stream(ys)
                .mapToObj(y ->
                        Arrays.stream(xs).map(x -> height.applyAsDouble(x, y)).toArray())
                .toList();
        double least = rows.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(value -> value > 0)
                .min()
                .orElse(1);
        return rows.stream()
                .map(row -> Arrays.stream(row)
                        .map(value -> Math.log10(Math.max(value, least)))
                        .toArray())
                .toList();
    }
}
