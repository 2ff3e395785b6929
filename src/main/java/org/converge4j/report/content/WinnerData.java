package org.converge4j.report.content;

import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.UpdaterSummary.Edge;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.analysis.verdict.Answers;
import org.converge4j.result.Measurement;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/**
 * The trial that the records speak for, ready to use in DL4J.
 *
 * @param label of the trial
 * @param standing whether it is the winner or only the first of several that are not told apart, and whether more is to be
 *     tried first
 * @param java source of a class that makes its configuration
 * @param json its configuration as DL4J writes it
 */
public record WinnerData(String label, Text standing, String java, String json) {
    /** The first of the order, where its model is known; nothing where nothing is ranked or nobody succeeds. */
    public static Optional<WinnerData> of(Comparison comparison, ProblemComparison problem) {
        Answer answer = Answers.of(comparison, problem);
        return answer.leaders().stream()
                .findFirst()
                .flatMap(problem::updater)
                .flatMap(updater -> updater.chosen().flatMap(trial -> of(trial, standing(answer, updater))));
    }

    private static Optional<WinnerData> of(TrialSummary trial, Text standing) {
        return trial.measurement()
                .flatMap(Measurement::model)
                .map(model -> new WinnerData(Labels.trial(trial.trial()), standing, model.java(), model.json()));
    }

    private static Text standing(Answer answer, UpdaterSummary updater) {
        Text others = Text.commas(answer.leaders().subList(1, answer.leaders().size()));
        Text standing = switch (answer.kind()) {
            case BEST -> Text.of("winner.best");
            case ALIKE -> Text.of("winner.alike", others);
            default -> Text.of("winner.open", others);
        };
        return updater.edge() == Edge.NONE ? standing : Text.of("winner.edge", standing);
    }
}
