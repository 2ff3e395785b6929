package org.converge4j.train;

import java.util.Arrays;
import org.converge4j.experiment.Precision;
import org.converge4j.problem.Data;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A problem's rows as ND4J arrays. */
final class Tensors {
    private final DataType type;
    private final Data data;
    private final DataSet all;

    Tensors(Data data, Precision precision) {
        this.type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        this.data = data;
        this.all = new DataSet(
                matrix(data.x(), data.rows(), data.features()), matrix(data.y(), data.rows(), data.targets()));
    }

    /** The whole training set. */
    DataSet all() {
        return all;
    }

    /** Some of its rows. */
    DataSet rows(int[] rows) {
        return new DataSet(
                matrix(pick(data.x(), rows, data.features()), rows.length, data.features()),
                matrix(pick(data.y(), rows, data.targets()), rows.length, data.targets()));
    }

    private INDArray matrix(double[] table, int rows, int columns) {
        return Nd4j.createFromArray(table).castTo(type).reshape('c', rows, columns);
    }

    private static double[] pick(double[] table, int[] rows, int columns) {
        return Arrays.stream(rows)
                .boxed()
                .flatMapToDouble(row -> Arrays.stream(table, row * columns, (row + 1) * columns))
                .toArray();
    }
}
