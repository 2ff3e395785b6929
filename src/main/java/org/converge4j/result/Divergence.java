package org.converge4j.result;

/** When a run counts as diverged: its loss is not finite, or a billion times what it could have stayed at. */
public final class Divergence {
    private static final double FACTOR = 1e9;

    private final double limit;

    /**
     * The limit of a run.
     *
     * @param initial the loss before the first step; losses below 1 are judged from 1, so that a start near the optimum
     *     does not turn rounding into divergence
     */
    public Divergence(double initial) {
        this.limit = FACTOR * Math.max(1, initial);
    }

    /** Whether a loss says so. */
    public boolean has(double loss) {
        return !Double.isFinite(loss) || loss > limit;
    }

    /** The sentence a record gives as the reason. */
    public String reason(double loss, int step) {
        return Double.isFinite(loss)
                ? "the loss " + loss + " at step " + step + " is beyond the limit " + limit
                : "the loss at step " + step + " is not finite";
    }
}
