package org.converge4j.analysis;

import java.util.Optional;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Resolution;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/**
 * How losses of a problem are told: by how far they lie over its floor, and no finer than rounding lets them differ.
 *
 * @param floor the least loss, 0 where it is not known
 * @param resolution the least excess that is told from none
 */
public record Excess(double floor, double resolution) {
    /** On the problem of a run, in its precision. */
    static Excess of(RunRecord run) {
        ProblemFacts facts = run.facts();
        return new Excess(
                facts.floor().orElse(0.0),
                facts.resolution()
                        .orElseGet(() -> guess(run))
                        .in(run.spec().trial().training().precision()));
    }

    /** The same of a run, whose floor may be that of its own rows. */
    public Excess over(RunRecord run) {
        return new Excess(run.facts().floor().orElse(floor), resolution);
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

    /** The excess of a loss: the resolution, where one is known, for one that is no further over the floor; ∞ if it diverged. */
    public double of(double loss) {
        return isKnown() ? Math.max(loss - floor, resolution) : loss - floor;
    }

    /** An excess in words: "0.25", "∞", or "solved (below 3e-13)". */
    public Text words(double excess) {
        if (excess > resolution) {
            return Text.plain(Figures.brief(excess));
        }
        return isKnown()
                ? Text.of("solved", Figures.brief(resolution))
                : Text.plain(Figures.brief(excess > 0 ? 0 : excess));
    }

    /** The resolution, where some losses are too near the floor to be told from it. */
    public Optional<Double> known() {
        return isKnown() ? Optional.of(resolution) : Optional.empty();
    }

    private boolean isKnown() {
        return resolution > Double.MIN_NORMAL;
    }
}
