package org.converge4j.experiment.training;

import java.util.Optional;
import org.converge4j.catalog.message.Checks;

/**
 * What an experiment itself says of how its runs are looked at, instead of what their multiplications allow.
 *
 * @param rows of the training set that a look is at; 0 for all, nothing for as many as are cheap
 * @param looks at the run from its start to its end, at least 2; nothing for as many as are cheap or, at all rows, as are recorded
 */
public record Looking(Optional<Integer> rows, Optional<Integer> looks) {
    public Looking {
        rows.ifPresent(some -> Checks.expect(some >= 0, "evaluate.rows", "at least 1, or 0 for all", some));
        looks.ifPresent(some -> Checks.expect(some >= 2, "evaluate.looks", "at least 2, the start and the end", some));
    }
}
