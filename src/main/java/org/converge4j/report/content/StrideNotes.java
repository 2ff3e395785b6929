package org.converge4j.report.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.report.content.PageData.StrideData;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.result.Measurement;
import org.converge4j.result.Measurement.Strides;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** How far a step moves the parameters, and which rate of a rule that everybody knows moves them as far. */
public final class StrideNotes {
    /** Whose steps are as long as their rate says, the best known first: a step of AdamW is about η, one of gradient descent η times the gradient. */
    private static final List<String> KNOWN = List.of("torchAdamW", "torchAdam", "adam", "torchSgd", "sgd");

    private StrideNotes() {}

    /** The curves: of each updater's trial that is ranked, where its steps were measured. */
    public static List<StrideData> of(ProblemComparison problem) {
        return walks(problem).stream()
                .map(walk ->
                        new StrideData(walk.updater, walk.strides.steps(), walk.strides.sizes(), walk.strides.rates()))
                .toList();
    }

    /** A row per updater; none where there is but one. What finds its rate itself has none to translate. */
    public static TableData table(ProblemComparison problem) {
        List<Walk> walks = walks(problem);
        Optional<Walk> known = walks.stream()
                .filter(walk -> walk.rate.isPresent() && walk.typical() > 0)
                .filter(walk -> KNOWN.contains(walk.variant))
                .min(Comparator.comparingInt(walk -> KNOWN.indexOf(walk.variant)));
        return DetailTables.table(
                List.of("updater", "rate", "stride", "strideRate", "foundRate"),
                List.of(
                        Text.of("column.updater"),
                        Text.of("column.rate"),
                        Text.of("column.stride"),
                        known.map(walk -> Text.of("column.strideRate.of", walk.updater))
                                .orElse(Text.of("column.strideRate")),
                        Text.of("column.foundRate")),
                1,
                walks.size() < 2
                        ? List.of()
                        : walks.stream().map(walk -> row(walk, known)).toList());
    }

    private static List<Text> row(Walk walk, Optional<Walk> known) {
        double[] rates = walk.strides.rates();
        return Stream.of(
                        Optional.of(walk.updater),
                        walk.rate.map(Figures::given),
                        Optional.of(Figures.brief(walk.typical())),
                        known.filter(other -> !other.updater.equals(walk.updater) && rates.length == 0)
                                .flatMap(other -> other.rate.map(rate -> rate * walk.typical() / other.typical()))
                                .map(Figures::brief),
                        Optional.of(rates.length)
                                .filter(count -> count > 0)
                                .map(count -> Figures.brief(rates[count - 1])))
                .map(cell -> cell.map(Text::plain).orElse(Numbers.NONE))
                .toList();
    }

    private static List<Walk> walks(ProblemComparison problem) {
        return problem.updaters().stream()
                .flatMap(updater -> updater.chosen().flatMap(trial -> walk(updater, trial)).stream())
                .toList();
    }

    private static Optional<Walk> walk(UpdaterSummary updater, TrialSummary trial) {
        return trial.measurement()
                .flatMap(Measurement::strides)
                .filter(strides -> strides.steps().length > 0)
                .map(strides -> new Walk(
                        updater.name(),
                        trial.trial().updater().variant(),
                        trial.trial().updater().learningRate(),
                        strides));
    }

    /** An updater's steps at the rate that it is ranked at. */
    private record Walk(String updater, String variant, Optional<Double> rate, Strides strides) {
        /** The median stride; of steps that are spaced as these are, most are early ones. */
        double typical() {
            return Quartiles.of(strides.sizes()).median();
        }
    }
}
