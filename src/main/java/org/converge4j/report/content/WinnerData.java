package org.converge4j.report.content;

import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.Measurement;

/**
 * The best trial of a problem, ready to use in DL4J.
 *
 * @param label of the trial
 * @param java source of a class that makes its configuration
 * @param json its configuration as DL4J writes it
 */
public record WinnerData(String label, String java, String json) {
    /** The trial with the best median, where its model is known. */
    public static Optional<WinnerData> of(ProblemComparison problem) {
        return RankingRow.of(problem).stream()
                .filter(row -> row.place().isPresent())
                .findFirst()
                .flatMap(RankingRow::trial)
                .flatMap(WinnerData::of);
    }

    private static Optional<WinnerData> of(TrialSummary trial) {
        return trial.measurement()
                .flatMap(Measurement::model)
                .map(model -> new WinnerData(trial.trial().label(), model.java(), model.json()));
    }
}
