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
import org.converge4j.wording.Text;

/** Says of each audited trial from which step on its digits mean nothing. */
final class Horizons {
    private Horizons() {}

    static List<Finding> of(ProblemComparison problem) {
        return problem.trials().stream()
                .flatMap(trial -> sentence(trial).stream())
                .map(sentence -> new Finding(problem.problem().name(), Question.CAUTION, sentence))
                .toList();
    }

    private static Optional<Text> sentence(TrialSummary trial) {
        return trial.measurement()
                .flatMap(Measurement::horizon)
                .filter(horizon -> horizon.step() >= 0)
                .map(horizon -> sentence(Labels.trial(trial.trial()), horizon));
    }

    private static Text sentence(String label, Horizon horizon) {
        return Text.of("note.horizon", horizon.step(), label, Figures.about(horizon.largest()));
    }
}
