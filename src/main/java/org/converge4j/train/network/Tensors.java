package org.converge4j.train.network;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.experiment.training.Precision;
import org.converge4j.problem.data.Data;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Rows of a problem as ND4J arrays. */
public final class Tensors {
    /** Rows of one forward pass where no gradient is wanted, so that evaluating a large set needs little memory. */
    private static final int MOST_ROWS = 10_000;

    private final DataType type;
    private final DataSet all;

    public Tensors(Data data, Precision precision) {
        this.type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        this.all = new DataSet(
                matrix(data.x(), data.rows(), data.features()),
                matrix(data.y(), data.rows(), data.y().length / data.rows()));
    }

    /** All of them. */
    public DataSet all() {
        return all;
    }

    /** Some of them. */
    public DataSet rows(int[] rows) {
        return new DataSet(Nd4j.pullRows(all.getFeatures(), 1, rows), Nd4j.pullRows(all.getLabels(), 1, rows));
    }

    /** All of them, a large block at a time. */
    public List<DataSet> blocks() {
        int rows = all.numExamples();
        if (rows <= MOST_ROWS) {
            return List.of(all);
        }
        List<DataSet> blocks = new ArrayList<>();
        for (int from = 0; from < rows; from += MOST_ROWS) {
            var block = NDArrayIndex.interval(from, Math.min(rows, from + MOST_ROWS));
            blocks.add(new DataSet(
                    all.getFeatures().get(block, NDArrayIndex.all()),
                    all.getLabels().get(block, NDArrayIndex.all())));
        }
        return blocks;
    }

    private INDArray matrix(double[] table, int rows, int columns) {
        return Nd4j.createFromArray(table).castTo(type).reshape('c', rows, columns);
    }
}
