package org.converge4j.analysis.verdict;

import java.util.List;
import org.converge4j.analysis.Figures;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Theory;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.UpdaterSummary.Edge;
import org.converge4j.analysis.verdict.Finding.Question;

/** What is said of updaters whose chosen learning rate lies at an end of its grid; theory is not contradicted. */
final class Edges {
    private static final String BEYOND = " is at the edge of its grid: better may lie beyond.";

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
                .filter(updater -> updater.edge() != Edge.NONE)
                .map(updater -> new Finding(
                        problem.problem().name(),
                        Question.CAUTION,
                        updater.isLost() ? lost(updater) : sentence(updater)))
                .toList();
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
