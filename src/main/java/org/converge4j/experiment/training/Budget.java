package org.converge4j.experiment.training;

/**
 * How long a run trains.
 *
 * @param unit steps (parameter changes) or epochs (passes over the rows)
 * @param amount how many of them, at least 1
 */
public record Budget(Unit unit, int amount) {
    /** What a budget is counted in. */
    public enum Unit {
        /** Parameter changes; DL4J calls them iterations. */
        STEPS,
        /** Passes over all rows. */
        EPOCHS
    }
}
