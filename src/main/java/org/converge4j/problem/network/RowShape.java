package org.converge4j.problem.network;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * What a row of numbers is to a network.
 *
 * @param stepSize numbers of one step of a sequence, whose steps follow each other in a row; 0 where a row is no sequence
 * @param sizeLast whether the network's arrays are [rows, steps, step size], DL4J's NWC, rather than [rows, step size, steps]
 */
public record RowShape(int stepSize, boolean sizeLast) {
    /** A row of numbers; images, too, are rows that the network itself folds. */
    public static final RowShape FLAT = new RowShape(0, false);

    /** Whether a row is a sequence. */
    public boolean isSequence() {
        return stepSize > 0;
    }

    /** Rows as the network takes them; steps that are not there hold zeros. */
    INDArray fold(INDArray rows) {
        if (!isSequence()) {
            return rows;
        }
        INDArray folded =
                sizeLast ? steps(rows).dup('c') : steps(rows).permute(0, 2, 1).dup('f');
        BooleanIndexing.replaceWhere(folded, 0, Conditions.isNan());
        return folded;
    }

    /** 1 for each step that is there, 0 for those that hold no numbers: [rows, steps]; nothing where all are there. */
    Optional<INDArray> mask(INDArray rows) {
        if (!isSequence()) {
            return Optional.empty();
        }
        INDArray missing = steps(rows)
                .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(0))
                .dup('c')
                .isNaN();
        return missing.any() ? Optional.of(missing.castTo(rows.dataType()).rsubi(1)) : Optional.empty();
    }

    /** What the network gives, a row each. */
    INDArray unfold(INDArray outputs) {
        if (!isSequence()) {
            return outputs;
        }
        INDArray steps = (sizeLast ? outputs : outputs.permute(0, 2, 1)).dup('c');
        return steps.reshape('c', outputs.size(0), steps.length() / outputs.size(0));
    }

    private INDArray steps(INDArray rows) {
        return rows.reshape('c', rows.size(0), rows.size(1) / stepSize, stepSize);
    }
}
