package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.analysis.Theory;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.UpdaterSummary.Edge;
import org.converge4j.wording.Figures;
import org.converge4j.wording.FolderCommands;

/** Further learning rates for a grid whose best is at its edge: as many as a decade holds, at the grid's own distance. */
final class GridExtension {
    /** Rates beyond the edge; a dense grid would ask for hundreds. */
    private static final long MOST = 11;

    private GridExtension() {}

    /** What to type to add them; what is recorded is not trained again. */
    static String command(FolderCommands commands, List<Double> rates) {
        String all = rates.stream().map(GridExtension::plain).collect(Collectors.joining(","));
        return "`" + commands.runHere("--rates", all) + "`";
    }

    /** Beyond the edge, ascending; none at which theory says that the updater diverges, and none beyond one at which some run did. */
    static List<Double> rates(UpdaterSummary updater) {
        double[] grid = grid(updater);
        boolean up = updater.edge() == Edge.HIGHEST;
        if (up && diverged(updater) > 0) {
            return List.of();
        }
        double end = up ? grid[grid.length - 1] : grid[0];
        double step = up ? end / grid[grid.length - 2] : end / grid[1];
        int count = (int) Math.max(1, Math.min(MOST, Math.round(1 / Math.abs(Math.log10(step)))));
        double critical = updater.theory().map(Theory::critical).orElse(Double.POSITIVE_INFINITY);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> end * Math.pow(step, i))
                .filter(rate -> rate < critical)
                .sorted()
                .toList();
    }

    /** How many runs diverged at the chosen settings. */
    static int diverged(UpdaterSummary updater) {
        return updater.chosen().map(TrialSummary::diverged).orElse(0);
    }

    /** Over a decade below where theory says that the updater diverges, or below the grid, ascending. */
    static List<Double> smaller(UpdaterSummary updater) {
        double below = Math.min(
                grid(updater)[0] / Math.sqrt(10),
                updater.theory().map(theory -> theory.critical() / 2).orElse(Double.POSITIVE_INFINITY));
        return List.of(below / 10, below / Math.sqrt(10), below);
    }

    private static double[] grid(UpdaterSummary updater) {
        return updater.slice().stream()
                .mapToDouble(trial -> trial.trial().updater().learningRate().orElse(Double.NaN))
                .distinct()
                .toArray();
    }

    private static String plain(double rate) {
        return Figures.typed(rate);
    }
}
