package org.converge4j.analysis.verdict;

import static java.util.Objects.requireNonNull;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Theory;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.UpdaterSummary.Edge;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.wording.Figures;
import org.converge4j.wording.FolderCommands;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/** What is said of updaters whose chosen learning rate lies at an end of its grid, or is not the best on fresh seeds; theory is not contradicted. */
public final class Edges {
    private final ProblemComparison problem;
    private final FolderCommands commands;

    /**
     * @param commands that go on with the experiment
     */
    Edges(ProblemComparison problem, FolderCommands commands) {
        this.problem = problem;
        this.commands = commands;
    }

    /** A caution for each of them, with what to type to go on. */
    List<Finding> findings() {
        List<UpdaterSummary> open =
                problem.updaters().stream().filter(Edges::isOpen).toList();
        Stream<Text> together = open.size() > 1 ? Stream.of(several(open)) : Stream.empty();
        Stream<Text> ofGrids = problem.updaters().stream()
                .flatMap(updater -> Stream.concat(
                        updater.edge() == Edge.NONE
                                        || (open.size() > 1 && isOpen(updater))
                                        || (updater.isLost() && problem.isPartial())
                                ? Stream.empty()
                                : Stream.of(updater.isLost() ? lost(updater) : sentence(updater)),
                        updater.isLost() ? Stream.empty() : others(updater)));
        Stream<Text> fresh = problem.updaters().stream().flatMap(updater -> contradicted(updater).stream());
        return Stream.of(together, ofGrids, tooFast().stream(), fresh)
                .flatMap(sentences -> sentences)
                .map(sentence -> new Finding(problem.problem().name(), Question.CAUTION, sentence))
                .toList();
    }

    /** The same of what else is chosen, if it is numbers. */
    private Stream<Text> others(UpdaterSummary updater) {
        return updater.chosen().stream()
                .flatMap(best -> best.trial().tuned().stream()
                        .filter(setting -> best.trial().updater().settings().get(setting) instanceof Number)
                        .flatMap(setting -> other(updater, best, setting).stream()));
    }

    private Optional<Text> other(UpdaterSummary updater, TrialSummary best, String setting) {
        DoubleSummaryStatistics tried = updater.trials().stream()
                .mapToDouble(trial -> number(trial, setting))
                .summaryStatistics();
        double chosen = number(best, setting);
        return tried.getMin() == tried.getMax() || (chosen > tried.getMin() && chosen < tried.getMax())
                ? Optional.empty()
                : Optional.of(Text.of(
                        chosen == tried.getMin() ? "edge.other.least" : "edge.other.greatest",
                        updater.name(),
                        problem.problem().name(),
                        Labels.symbol(setting),
                        Figures.given(chosen)));
    }

    private static double number(TrialSummary trial, String setting) {
        return ((Number) requireNonNull(trial.trial().updater().settings().get(setting))).doubleValue();
    }

    /** Those of some updaters whose rate is at an end beyond which there may be better ones. */
    static List<String> open(ProblemComparison problem, List<String> updaters) {
        return updaters.stream()
                .flatMap(name -> problem.updater(name).stream())
                .filter(Edges::isOpen)
                .map(UpdaterSummary::name)
                .toList();
    }

    /** Beside an answer: "The learning rates of a and b are at the edges of their grids: better may lie beyond."; nothing for none. */
    static Text note(ProblemComparison problem, List<String> updaters) {
        List<String> open = open(problem, updaters);
        return updaters.size() == 1 && !open.isEmpty()
                ? Text.of("edge.its")
                : note(open.stream().map(Text::plain).toList());
    }

    /** The same of updaters all of which are there. */
    static Text note(List<Text> open) {
        if (open.isEmpty()) {
            return Text.NONE;
        }
        return open.size() == 1 ? Text.of("edge.of", open.get(0)) : Text.several("edge.several.of", open);
    }

    /** Whether its rate is at an end beyond which there may be better ones. */
    public static boolean isOpen(UpdaterSummary updater) {
        return updater.edge() != Edge.NONE && !updater.isLost() && !isClosed(updater);
    }

    /** Whether it diverges at every further rate that would be tried, as theory says or as some seeds show at the edge. */
    private static boolean isClosed(UpdaterSummary updater) {
        return GridExtension.rates(updater).isEmpty();
    }

    private Text sentence(UpdaterSummary updater) {
        String key = updater.edge() == Edge.LOWEST ? "edge.lowest" : "edge.highest";
        String name = problem.problem().name();
        if (!isClosed(updater)) {
            List<Double> rates = GridExtension.rates(updater);
            return Text.sentences(
                    Text.of(key, updater.name(), name, GridExtension.command(commands, rates)), diverging(rates));
        }
        int diverged = GridExtension.diverged(updater);
        return updater.edge() == Edge.HIGHEST && diverged > 0
                ? Text.of(
                        key + ".diverges",
                        updater.name(),
                        name,
                        diverged,
                        Text.count(updater.chosen().map(TrialSummary::answers).orElse(0), "seed"))
                : Text.of(key + ".closed", updater.name(), name, critical(updater));
    }

    /** Who is tried at some rates, too, and is known to diverge there, for it does on every seed at a smaller one. */
    private Text diverging(List<Double> rates) {
        List<String> names = problem.updaters().stream()
                .filter(updater -> updater.slice().stream()
                        .filter(trial -> trial.answers() > 0 && trial.diverged() == trial.answers())
                        .flatMap(trial -> trial.trial().updater().learningRate().stream())
                        .anyMatch(rate -> rates.stream().anyMatch(further -> further > rate)))
                .map(UpdaterSummary::name)
                .toList();
        return names.isEmpty()
                ? Text.NONE
                : Text.of("edge.diverging" + (names.size() == 1 ? ".one" : ""), Text.and(names));
    }

    /** The same of several, with one command for all. */
    private Text several(List<UpdaterSummary> open) {
        List<Double> rates = open.stream()
                .flatMap(updater -> GridExtension.rates(updater).stream())
                .distinct()
                .sorted()
                .toList();
        Text each = Text.and(open.stream()
                .map(updater -> Text.of(
                        updater.edge() == Edge.LOWEST ? "edge.several.lowest" : "edge.several.highest", updater.name()))
                .toList());
        return Text.sentences(
                Text.of("edge.several", each, problem.problem().name(), GridExtension.command(commands, rates)),
                diverging(rates));
    }

    /** That the seeds reported contradict those that the learning rate was chosen on. */
    private Optional<Text> contradicted(UpdaterSummary updater) {
        PairWords words = new PairWords(problem);
        return Optional.ofNullable(problem.contradicted().get(updater.name()))
                .map(pair -> Text.of(
                        "rate.contradicted",
                        problem.problem().name(),
                        pair.other(),
                        pair.one(),
                        Double.isInfinite(pair.ratio())
                                ? words.wins(pair)
                                : Text.of("list.comma", words.wins(pair), words.apart(pair))));
    }

    /** Of those that ran at a single rate and diverged, as theory says they must. */
    private Optional<Text> tooFast() {
        List<Text> each = problem.updaters().stream()
                .filter(updater -> updater.edge() == Edge.NONE && updater.isLost())
                .flatMap(updater -> tooFast(updater).stream())
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("edge.fast", problem.problem().name(), Text.semicolons(each)));
    }

    private static Optional<Text> tooFast(UpdaterSummary updater) {
        return updater.theory()
                .flatMap(theory -> updater.chosen()
                        .flatMap(trial -> trial.trial().updater().learningRate())
                        .filter(rate -> rate >= theory.critical()))
                .map(rate -> Text.of("edge.fast.each", updater.name(), Figures.given(rate), critical(updater)));
    }

    private Text lost(UpdaterSummary updater) {
        return Text.of(
                updater.theory().isPresent() ? "edge.lost.theory" : "edge.lost",
                updater.name(),
                problem.problem().name(),
                GridExtension.command(commands, GridExtension.smaller(updater)),
                critical(updater));
    }

    /** From where on theory says that it diverges; nothing where there is none. */
    private static String critical(UpdaterSummary updater) {
        return updater.theory().map(Theory::critical).map(Figures::brief).orElse("");
    }
}
