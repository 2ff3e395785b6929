package org.converge4j.problem.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a network takes a row of features for.
 *
 * @param stepSize numbers of one step of a sequence, whose steps follow each other in a row; 0 where a row is no sequence
 */
public record InputShape(int stepSize) {
    /** A row of numbers; images, too, are rows that the network itself folds. */
    public static final InputShape FLAT = new InputShape(0);

    /** Rows of features as the network takes them: [rows, features], or [rows, step size, steps] for sequences. */
    INDArray fold(INDArray rows) {
        return stepSize == 0
                ? rows
                : rows.reshape('c', rows.size(0), rows.size(1) / stepSize, stepSize)
                        .permute(0, 2, 1)
                        .dup('f');
    }
}
