package org.converge4j.report.file;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.MetricTables;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.CsvText;

/**
 * A line per trial: how its runs ended, and quartiles of the final loss and excess at full precision, and gradients a step where they
 * differ; texts as {@link CsvText} has
 * them.
 */
public final class SummaryCsv {
    private static final List<String> COLUMNS = List.of(
            "problem",
            "updater",
            "label",
            "learning_rate",
            "runs",
            "diverged",
            "failed",
            "floor",
            "loss_q1",
            "loss_median",
            "loss_q3",
            "excess_q1",
            "excess_median",
            "excess_q3",
            "micros_per_step",
            "state_bytes_per_parameter",
            "resolution",
            "solved");

    private SummaryCsv() {}

    public static void write(Comparison comparison, Writer out) throws IOException {
        List<Metric> metrics = comparison.problems().stream()
                .flatMap(problem -> MetricTables.measured(problem).stream())
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(COLUMNS);
        metrics.forEach(metric ->
                columns.addAll(List.of(metric.key() + "_q1", metric.key() + "_median", metric.key() + "_q3")));
        boolean uneven = comparison.problems().stream()
                .flatMap(problem -> problem.trials().stream())
                .anyMatch(trial -> trial.gradientsPerStep() != 1);
        columns.addAll(uneven ? List.of("gradients_per_step") : List.of());
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
        csv.printRecord(columns);
        for (ProblemComparison problem : comparison.problems()) {
            Excess excess = problem.excess();
            String floor = floor(problem);
            for (TrialSummary trial : problem.trials()) {
                List<Object> cells = new ArrayList<>(List.of(
                        CsvText.write(problem.problem().name()),
                        CsvText.write(trial.trial().updater().variant()),
                        CsvText.write(trial.trial().label()),
                        trial.trial()
                                .updater()
                                .learningRate()
                                .map(String::valueOf)
                                .orElse(""),
                        trial.runs().size(),
                        trial.diverged(),
                        trial.outcomes().getOrDefault(Outcome.FAILED, 0),
                        floor,
                        cell(trial.loss(), Quartiles::lower),
                        cell(trial.loss(), Quartiles::median),
                        cell(trial.loss(), Quartiles::upper),
                        cell(trial.excess(), Quartiles::lower),
                        cell(trial.excess(), Quartiles::median),
                        cell(trial.excess(), Quartiles::upper),
                        trial.measurement()
                                .map(m -> Double.toString(m.microsPerStep()))
                                .orElse(""),
                        trial.measurement()
                                .map(m -> Double.toString(m.stateBytesPerParameter()))
                                .orElse(""),
                        excess.known().map(String::valueOf).orElse(""),
                        solved(trial, excess)));
                for (Metric metric : metrics) {
                    cells.add(cell(trial.last(metric), Quartiles::lower));
                    cells.add(cell(trial.last(metric), Quartiles::median));
                    cells.add(cell(trial.last(metric), Quartiles::upper));
                }
                cells.addAll(uneven ? List.of(trial.gradientsPerStep()) : List.of());
                csv.printRecord(cells);
            }
        }
        csv.flush();
    }

    /** Nothing where each seed has its own. */
    private static String floor(ProblemComparison problem) {
        return problem.floor()
                .filter(floor -> !problem.isDividedBySeed())
                .map(String::valueOf)
                .orElse("");
    }

    /** How many runs ended no further over the floor than rounding can tell. */
    private static long solved(TrialSummary trial, Excess excess) {
        return trial.scored().stream()
                .filter(run -> excess.known().isPresent() && Measure.FINAL.of(run) <= excess.resolution())
                .count();
    }

    private static String cell(Optional<Quartiles> quartiles, ToDoubleFunction<Quartiles> which) {
        return quartiles.map(q -> Double.toString(which.applyAsDouble(q))).orElse("");
    }
}
