package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.UpdaterSummary.Edge;

/** Further learning rates for a grid whose best is at its edge: as many as a decade holds, at the grid's own distance. */
final class GridExtension {
    /** Rates beyond the edge; a dense grid would ask for hundreds. */
    private static final long MOST = 20;

    private GridExtension() {}

    /** What to type to add them; what is recorded is not trained again. */
    static String command(UpdaterSummary updater, String folder) {
        return "`./converge run " + folder + "/experiment.yaml --out " + folder + " --rates "
                + rates(updater).stream().map(GridExtension::plain).collect(Collectors.joining(",")) + "`";
    }

    /** Beyond the edge, ascending. */
    static List<Double> rates(UpdaterSummary updater) {
        double[] grid = updater.trials().stream()
                .mapToDouble(trial -> trial.trial().updater().learningRate().orElse(Double.NaN))
                .distinct()
                .toArray();
        boolean up = updater.edge() == Edge.HIGHEST;
        double end = up ? grid[grid.length - 1] : grid[0];
        double step = up ? end / grid[grid.length - 2] : end / grid[1];
        int count = (int) Math.max(1, Math.min(MOST, Math.round(1 / Math.abs(Math.log10(step)))));
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> end * Math.pow(step, i))
                .sorted()
                .toList();
    }

    private static String plain(double rate) {
        return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3g", rate)));
    }
}
