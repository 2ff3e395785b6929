package org.converge4j.experiment.training;

import static java.util.Objects.requireNonNull;

import org.converge4j.catalog.message.Checks;

/**
 * How long a run trains.
 *
 * @param unit steps (parameter changes) or epochs (passes over the rows)
 * @param amount how many of them, at least 1; 0 stays at the start
 */
public record Budget(Unit unit, int amount) {
    public Budget {
        requireNonNull(unit, "unit");
        Checks.expect(amount >= 0, "budget", "at least 1", amount);
    }

    /** What a budget is counted in. */
    public enum Unit {
        /** Parameter changes; DL4J calls them iterations. */
        STEPS,
        /** Passes over all rows. */
        EPOCHS
    }

    /** Part of the ids of runs, which may not change. */
    @Override
    public String toString() {
        return "Budget[unit=" + unit + ", amount=" + amount + "]";
    }
}
