package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.result.Measurement;
import org.converge4j.result.Measurement.Horizon;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;

/** Says of each audited trial from which step on its digits mean nothing. */
final class Horizons {
    private Horizons() {}

    static List<Finding> of(ProblemComparison problem) {
        return problem.trials().stream()
                .flatMap(trial -> sentence(trial).stream())
                .map(sentence -> new Finding(problem.problem().name(), Question.CAUTION, sentence))
                .toList();
    }

    private static Optional<String> sentence(TrialSummary trial) {
        return trial.measurement()
                .flatMap(Measurement::horizon)
                .filter(horizon -> horizon.step() >= 0)
                .map(horizon -> sentence(Labels.trial(trial.trial()), horizon));
    }

    private static String sentence(String label, Horizon horizon) {
        return "From step " + horizon.step() + " on, the digits of a single run of " + label
                + " mean nothing: a start moved by one unit in the last place moves its loss by more than a millionth, at most by "
                + Figures.about(horizon.largest()) + " of itself.";
    }
}
