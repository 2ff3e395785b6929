package org.converge4j.report.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Theory;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.report.content.PageData.GuideData;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.report.content.PageData.TheoryData;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** What theory says of the updaters of a problem, beside what was measured. */
public final class TheoryNotes {
    private static final int GUIDE_POINTS = 40;

    /** Times what rounding leaves: below it rounding shows, which theory knows nothing of. */
    private static final double CLEAR = 10;

    private TheoryNotes() {}

    /** The lines that the charts draw: one for each updater whose rule theory knows, where the problem is a quadratic. */
    public static List<TheoryData> of(ProblemComparison problem) {
        double floor = problem.floor().orElse(0.0);
        double least = CLEAR * problem.excess().resolution();
        return problem.updaters().stream()
                .flatMap(updater -> updater.theory().stream()
                        .map(theory -> new TheoryData(
                                updater.name(),
                                theory.critical(),
                                theory.best(),
                                guide(updater, theory, floor, least))))
                .toList();
    }

    /** A row per updater. */
    public static TableData table(ProblemComparison problem) {
        return DetailTables.table(
                List.of(
                        "updater",
                        "critical",
                        "divergedFrom",
                        "stableTo",
                        "bestRate",
                        "factorThere",
                        "rateShown",
                        "factorPredicted",
                        "factorMeasured"),
                1,
                problem.updaters().stream()
                        .flatMap(updater -> updater.theory().stream().map(theory -> row(updater, theory)))
                        .toList());
    }

    private static List<Text> row(UpdaterSummary updater, Theory theory) {
        Optional<Theory.Rate> shown = shown(updater, theory);
        return Stream.of(
                        Optional.of(updater.name()),
                        Optional.of(Figures.brief(theory.critical())),
                        theory.leastDiverging().map(Figures::given),
                        theory.largestStable().map(Figures::given),
                        Optional.of(Figures.brief(theory.best())),
                        Optional.of(factor(theory.factor())),
                        updater.chosen()
                                .flatMap(trial -> trial.trial().updater().learningRate())
                                .map(Figures::given),
                        shown.map(rate -> factor(rate.predicted())),
                        shown.flatMap(Theory.Rate::measured).map(TheoryNotes::factor))
                .map(cell -> cell.map(Text::plain).orElse(Numbers.NONE))
                .toList();
    }

    /** What the excess is multiplied by, from what the distance is. */
    private static String factor(double distance) {
        double lost = (1 - distance) * (1 + distance);
        return lost > 0 && lost < 1e-3 ? "1 − " + Figures.brief(lost) : Figures.brief(distance * distance);
    }

    private static Optional<Theory.Rate> shown(UpdaterSummary updater, Theory theory) {
        return updater.chosen()
                .flatMap(trial -> trial.trial().updater().learningRate())
                .flatMap(chosen -> theory.rates().stream()
                        .filter(rate -> rate.rate() == chosen)
                        .findFirst());
    }

    /** The promised rate of convergence as a line through the last point of the median that rounding leaves. */
    private static Optional<GuideData> guide(UpdaterSummary updater, Theory theory, double floor, double least) {
        return shown(updater, theory)
                .filter(rate -> rate.predicted() > 0 && rate.predicted() < 1)
                .flatMap(rate -> updater.chosen()
                        .map(TrialSummary::band)
                        .flatMap(band -> guide(band, floor, least, 2 * Math.log(rate.predicted()))));
    }

    private static Optional<GuideData> guide(Band band, double floor, double least, double slope) {
        int last = band.size() - 1;
        while (last > 0 && !(band.median(last) - floor > least)) {
            last--;
        }
        if (last < 1 || !Double.isFinite(band.median(last))) {
            return Optional.empty();
        }
        double end = Math.log(band.median(last) - floor);
        double start = Math.log(band.median(0) - floor);
        double to = band.step(last);
        double from = Math.max(0, to - (start - end) / -slope);
        double[] steps = IntStream.range(0, GUIDE_POINTS)
                .mapToDouble(i -> from + (to - from) * i / (GUIDE_POINTS - 1))
                .toArray();
        double[] values = IntStream.range(0, GUIDE_POINTS)
                .mapToDouble(i -> Math.exp(end + slope * (steps[i] - to)))
                .toArray();
        return Optional.of(new GuideData(steps, values));
    }
}
