package org.converge4j.problem;

import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Divisions;
import org.converge4j.problem.data.ProblemException;
import org.jspecify.annotations.Nullable;

/** A problem as each seed divides its rows: made when its turn comes, and kept until that of another seed. */
final class SeedSplits {
    private final Divisions rows;
    private final Maker maker;
    private long seed;
    private @Nullable LoadedProblem last;

    SeedSplits(Divisions rows, Maker maker) {
        this.rows = rows;
        this.maker = maker;
    }

    /** Makes the problem of some rows, which knows those of other seeds, if there are any. */
    interface Maker {
        LoadedProblem of(Data rows, @Nullable SeedSplits others);
    }

    LoadedProblem at(long wanted) {
        LoadedProblem known = last;
        if (known == null || seed != wanted) {
            last = null; // so that two need not fit into memory
            known = made(wanted);
            seed = wanted;
            last = known;
        }
        return known;
    }

    private LoadedProblem made(long wanted) {
        try {
            return maker.of(rows.of(wanted), this);
        } catch (ProblemException refused) {
            throw new ProblemException(refused.getMessage() + " (as seed " + wanted + " divides the rows)");
        }
    }
}
