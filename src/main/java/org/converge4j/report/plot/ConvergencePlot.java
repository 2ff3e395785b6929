package org.converge4j.report.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.MetricTables;
import org.converge4j.report.content.Palette;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.report.content.RankingRow;
import org.converge4j.result.Outcome;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** The convergence chart of a problem as a picture, for readers without the page. */
public final class ConvergencePlot {
    private static final int MOST_POINTS = 400;

    /** More could not be told apart. */
    private static final int MOST_UPDATERS = 12;

    /** What rises beyond so many times the greatest start has diverged. */
    private static final double DIVERGED = 10;

    private final Palette palette;
    private final PlotTitles titles;

    public ConvergencePlot(Palette palette, PlotTitles titles) {
        this.palette = palette;
        this.titles = titles;
    }

    /** Has Java look for its fonts before there is anything to draw, which takes longer than to draw. */
    public static void prepare() {
        Letters.prepare();
    }

    /** A PNG; the best updaters at their chosen settings. */
    public byte[] png(ProblemComparison problem) throws IOException {
        String loss = titles.say(Text.of(problem.floor().isPresent() ? "value.excess" : "value.loss"));
        return png(
                problem,
                new Shown(
                        loss,
                        true,
                        trial -> Optional.of(trial.band()),
                        problem.excess()::of,
                        problem.excess().known()));
    }

    /** The same of the test part; nothing where none was measured. */
    public Optional<byte[]> tested(ProblemComparison problem) throws IOException {
        Optional<Metric> metric = measured(problem);
        return metric.isEmpty()
                ? Optional.empty()
                : Optional.of(png(
                        problem,
                        new Shown(
                                titles.say(MeasureWords.metric(metric.get())),
                                metric.get() == Metric.TEST_LOSS,
                                trial -> Optional.ofNullable(trial.metrics().get(metric.get())),
                                value -> value,
                                Optional.empty())));
    }

    /** Whether there is a picture of the test part. */
    public static boolean showsTest(ProblemComparison problem) {
        return measured(problem).isPresent();
    }

    /** What decides, if it is of the test part; else its loss. */
    private static Optional<Metric> measured(ProblemComparison problem) {
        List<Metric> measured = MetricTables.measured(problem);
        return Stream.of(problem.deciding().measure().watched(), Metric.TEST_LOSS)
                .filter(metric -> metric.isOfTest() && measured.contains(metric))
                .findFirst();
    }

    private byte[] png(ProblemComparison problem, Shown shown) throws IOException {
        boolean isLog = problem.deciding().isCounted(); // how soon, rather than how low
        List<Line> lines = RankingRow.of(problem).stream()
                .flatMap(row -> row.trial().stream())
                .limit(MOST_UPDATERS)
                .flatMap(trial -> shown
                        .bands()
                        .apply(trial)
                        .filter(band -> band.size() > 0)
                        .map(band -> line(trial, band, shown, isLog))
                        .stream())
                .toList();
        List<String> names = names(lines);
        Chart chart = new Chart(
                titles.of(problem, Text.of("plot.convergence", problem.problem().name())),
                new Span(titles.say(Text.of("plot.step")), Axis.extent(all(lines, Line::steps), isLog), isLog),
                up(lines, shown),
                names.stream().filter(name -> !name.isEmpty()).toList());
        lines.forEach(line -> chart.area(line.steps(), line.lower(), line.upper(), line.look()));
        for (int i = 0; i < lines.size(); i++) {
            chart.line(lines.get(i).steps(), lines.get(i).median(), lines.get(i).look(), names.get(i));
        }
        int row = 0;
        for (Line line : lines) {
            if (line.diverged().isPresent()) {
                int step = line.diverged().get();
                chart.note(step, row++, titles.say(Text.of("plot.diverged", line.name(), step)), true, line.look());
            }
        }
        return chart.png();
    }

    private Line line(TrialSummary trial, Band band, Shown shown, boolean isLog) {
        DoubleUnaryOperator value = shown.value();
        int[] kept = Arrays.stream(Thinning.keep(band, MOST_POINTS))
                .filter(i -> !isLog || band.step(i) > 0)
                .toArray();
        return new Line(
                trial.updater(),
                palette.of(trial.updater()),
                Arrays.stream(kept).mapToDouble(band::step).toArray(),
                Arrays.stream(kept).mapToDouble(band::lower).map(value).toArray(),
                Arrays.stream(kept).mapToDouble(band::median).map(value).toArray(),
                Arrays.stream(kept).mapToDouble(band::upper).map(value).toArray(),
                shown.isLog() ? diverged(trial) : Optional.empty());
    }

    /** The step at which half of a trial's runs have diverged. */
    private static Optional<Integer> diverged(TrialSummary trial) {
        double[] ends = trial.scored().stream()
                .mapToDouble(run -> run.outcome() == Outcome.DIVERGED ? run.steps() : Double.POSITIVE_INFINITY)
                .toArray();
        double half =
                ends.length == 0 ? Double.POSITIVE_INFINITY : Quartiles.of(ends).median();
        return Double.isInfinite(half) ? Optional.empty() : Optional.of((int) Math.ceil(half));
    }

    /** What stands at the end of each line: the first of equal ones has all their names, and one that diverged has its note. */
    private static List<String> names(List<Line> lines) {
        List<Line> standing =
                lines.stream().filter(line -> line.diverged().isEmpty()).toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isNamed =
                    line.diverged().isPresent() || lines.subList(0, i).stream().anyMatch(line::isSame);
            names.add(
                    isNamed
                            ? ""
                            : standing.stream()
                                    .filter(line::isSame)
                                    .map(Line::name)
                                    .collect(Collectors.joining(" = ")));
        }
        return names;
    }

    /** From where rounding ends what can be told to where a run has diverged. */
    private Span up(List<Line> lines, Shown shown) {
        List<double[]> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(List.of(line.lower(), line.median(), line.upper())));
        double[] values = all.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] extent = Axis.extent(values, shown.isLog());
        if (!shown.isLog()) {
            return new Span(shown.measure(), extent, false);
        }
        double start = lines.stream()
                .mapToDouble(line -> line.median()[0])
                .filter(Double::isFinite)
                .max()
                .orElse(extent[1]);
        double high = Math.min(extent[1], Math.max(DIVERGED * start, 2 * extent[0]));
        Optional<Double> floor =
                shown.floor().filter(least -> Arrays.stream(values).anyMatch(value -> value <= least));
        return new Span(
                shown.measure(),
                floor.map(least -> least / DIVERGED).orElse(extent[0]),
                floor.map(least -> Math.max(high, DIVERGED * least)).orElse(high),
                true,
                floor,
                floor.map(least -> titles.say(Text.of("plot.floor", Figures.brief(least))))
                        .orElse(""));
    }

    private static double[] all(List<Line> lines, Function<Line, double[]> what) {
        return lines.stream().map(what).flatMapToDouble(Arrays::stream).toArray();
    }

    /** What is drawn of trials: a band each, its values in words of the axis. */
    private record Shown(
            String measure,
            boolean isLog,
            Function<TrialSummary, Optional<Band>> bands,
            DoubleUnaryOperator value,
            Optional<Double> floor) {}

    /** An updater's line with its band, and the step at which it diverged, where it leaves the picture then. */
    private record Line(
            String name,
            Look look,
            double[] steps,
            double[] lower,
            double[] median,
            double[] upper,
            Optional<Integer> diverged) {
        boolean isSame(Line other) {
            return Arrays.equals(steps, other.steps) && Arrays.equals(median, other.median);
        }
    }
}
