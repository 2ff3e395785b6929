package org.converge4j.experiment;

import org.converge4j.catalog.message.Checks;

/**
 * How many directions the data of a linear network span, its bias among them.
 *
 * @param rank those that rounding can tell from none
 * @param columns weights and bias of one target
 */
public record Rank(int rank, int columns) {
    public Rank {
        Checks.expect(rank >= 0 && columns >= 0, "a rank", "at least 0", rank + " of " + columns);
    }

    /** Whether some directions are flat: moving along them changes no prediction. */
    public boolean isDeficient() {
        return rank < columns;
    }
}
