package org.converge4j.problem.data;

import java.util.List;
import org.converge4j.catalog.message.Mismatch;

/** For whom rows are divided into a training and a test part. */
public enum Split {
    /** Once, for all seeds of an experiment, as the data's own seed draws it. */
    ONE,
    /** For each seed of an experiment, as that seed draws it. */
    EACH;

    /** Refuses to divide anew what is not divided. */
    public void check(double testFraction) {
        if (this == EACH && testFraction == 0) {
            throw new IllegalArgumentException("split: " + Mismatch.of("a testFraction above 0 beside each", "none"));
        }
    }

    /** What {@code plan} says of a division that no file has. */
    List<String> spoken(String name, int testing, int rows) {
        return this == ONE
                ? List.of()
                : List.of(
                        name + ": " + rows + " rows", "  test part: " + testing + " of the rows, others for each seed");
    }
}
