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
import org.converge4j.wording.Labels;

/** What is said of updaters whose chosen learning rate lies at an end of its grid; theory is not contradicted. */
final class Edges {
    private static final String BEYOND = " is at the edge of its grid: better may lie beyond.";

    private static final int MOST_NAMED = 3;

    private final ProblemComparison problem;
    private final String folder;

    /**
     * @param folder of the experiment, as commands name it
     */
    Edges(ProblemComparison problem, String folder) {
        this.problem = problem;
        this.folder = folder;
    }

    /** A caution for each of them, with what to type to go on. */
    List<Finding> findings() {
        return problem.updaters().stream()
                .flatMap(updater -> Stream.concat(
                        updater.edge() == Edge.NONE
                                ? Stream.empty()
                                : Stream.of(updater.isLost() ? lost(updater) : sentence(updater)),
                        updater.isLost() ? Stream.empty() : others(updater)))
                .map(sentence -> new Finding(problem.problem().name(), Question.CAUTION, sentence))
                .toList();
    }

    /** The same of what else is chosen, if it is numbers. */
    private Stream<String> others(UpdaterSummary updater) {
        return updater.chosen().stream()
                .flatMap(best -> best.trial().tuned().stream()
                        .filter(setting -> best.trial().updater().settings().get(setting) instanceof Number)
                        .flatMap(setting -> other(updater, best, setting).stream()));
    }

    private Optional<String> other(UpdaterSummary updater, TrialSummary best, String setting) {
        DoubleSummaryStatistics tried = updater.trials().stream()
                .mapToDouble(trial -> number(trial, setting))
                .summaryStatistics();
        double chosen = number(best, setting);
        return tried.getMin() == tried.getMax() || (chosen > tried.getMin() && chosen < tried.getMax())
                ? Optional.empty()
                : Optional.of(updater.name() + " did best on "
                        + problem.problem().name() + " at " + Labels.symbol(setting) + " "
                        + Figures.given(chosen) + ", the " + (chosen == tried.getMin() ? "least" : "greatest")
                        + " that was tried: the best may lie beyond.");
    }

    private static double number(TrialSummary trial, String setting) {
        return ((Number) requireNonNull(trial.trial().updater().settings().get(setting))).doubleValue();
    }

    /** Those of some updaters whose rate is at an end beyond which there may be better ones. */
    static List<String> open(ProblemComparison problem, List<String> updaters) {
        return updaters.stream()
                .flatMap(name -> problem.updater(name).stream())
                .filter(updater -> updater.edge() != Edge.NONE && !updater.isLost() && !isClosed(updater))
                .map(UpdaterSummary::name)
                .toList();
    }

    /** Beside an answer: " The learning rate of a and b is at the edge of its grid: better may lie beyond."; empty for none. */
    static String note(ProblemComparison problem, List<String> updaters) {
        List<String> open = open(problem, updaters);
        return updaters.size() == 1 && !open.isEmpty() ? " Its learning rate" + BEYOND : note(open);
    }

    /** The same of updaters all of which are there. */
    static String note(List<String> open) {
        int more = open.size() - MOST_NAMED;
        if (more > 1) {
            return " The learning rates of " + String.join(", ", open.subList(0, MOST_NAMED)) + " and " + more
                    + " others are at the edges of their grids: better may lie beyond.";
        }
        return open.isEmpty() ? "" : " The learning rate of " + ProblemAnswer.join(open) + BEYOND;
    }

    /** Whether theory says that it diverges at every further rate that would be tried. */
    private static boolean isClosed(UpdaterSummary updater) {
        return GridExtension.rates(updater).isEmpty();
    }

    private String sentence(UpdaterSummary updater) {
        String end = updater.edge() == Edge.LOWEST ? "lowest" : "highest";
        String start = updater.name() + " did best on " + problem.problem().name() + " at the " + end
                + " learning rate of its grid";
        return isClosed(updater)
                ? start + ", and from " + critical(updater)
                        + " on it diverges, says theory: there is little to try beyond."
                : start + ": the best may lie beyond, so it is not tuned. "
                        + GridExtension.command(folder, GridExtension.rates(updater))
                        + " trains what is missing, for every updater alike, and reports on fresh seeds.";
    }

    private String lost(UpdaterSummary updater) {
        String start = updater.name() + " diverges on " + problem.problem().name()
                + " on every seed at every learning rate of its grid"
                + updater.theory()
                        .map(theory ->
                                ", as theory says of every rate from " + Figures.brief(theory.critical()) + " on")
                        .orElse("")
                + ". ";
        return start + GridExtension.command(folder, GridExtension.smaller(updater))
                + " tries smaller ones, with every updater alike.";
    }

    private static String critical(UpdaterSummary updater) {
        return updater.theory().map(Theory::critical).map(Figures::brief).orElse("there");
    }
}
