package org.converge4j.analysis;

import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Resolution;
import org.converge4j.result.RunRecord;

/** The least excess that is told from none, of any record. */
final class Resolutions {
    private Resolutions() {}

    /** As the problem's facts have it; the least normal number, which nothing is below, for a loss that we do not know. */
    static double of(RunRecord run) {
        return run.facts()
                .resolution()
                .orElseGet(() -> guess(run))
                .in(run.spec().trial().training().precision());
    }

    /** Older records do not say how large the numbers are that a loss is made of; the loss of their start does, roughly. */
    private static Resolution guess(RunRecord run) {
        ProblemFacts facts = run.facts();
        return facts.floor()
                .filter(floor -> facts.features() > 0 && run.curve().size() > 0)
                .map(floor -> Resolution.ofSquares(
                        2 * Math.sqrt(Math.abs(run.curve().first())), facts.features() + 2, facts.rows(), floor))
                .orElse(Resolution.NONE);
    }
}
