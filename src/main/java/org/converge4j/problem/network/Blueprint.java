package org.converge4j.problem.network;

import java.util.Optional;
import org.converge4j.problem.data.Data;
import org.nd4j.linalg.api.buffer.DataType;

/** What DL4J networks of a problem are built from. */
public interface Blueprint {
    /** A new configuration; never one handed out before, because DL4J counts in it. */
    Configuration configure(DataType type);

    /** The parameters that every run starts from, in DL4J's flat order, where the network brings its own. */
    default Optional<double[]> parameters() {
        return Optional.empty();
    }

    /** The rows as networks take them: one label a sequence or one a step; of two classes, one column of 0 and 1 for one output. */
    Data rows();

    /** What networks take a row of features for. */
    default RowShape input() {
        return RowShape.FLAT;
    }

    /** What networks take a row of targets for. */
    default RowShape output() {
        return RowShape.FLAT;
    }

    /** The learning-rate schedule that the network brings along. */
    default Optional<OwnSchedule> schedule() {
        return Optional.empty();
    }

    /**
     * Whether a step is nothing but the gradient of the mean loss and the updater: no regularisation, dropout, constraints or
     * layers that are left alone.
     */
    boolean isPlain();
}
