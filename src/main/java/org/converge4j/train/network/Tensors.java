package org.converge4j.train.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.experiment.training.Precision;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Numbers;
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
    private final Map<Integer, DataSet> batches = new HashMap<>();

    public Tensors(Data data, Precision precision) {
        this.type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        this.all = new DataSet(features(data), matrix(data.y(), data.rows(), data.y().length / data.rows()));
    }

    private INDArray features(Data data) {
        return data.mapped()
                .map(file -> matrix(file, data.rows(), data.features()))
                .orElseGet(() -> matrix(data.x(), data.rows(), data.features()));
    }

    /** All of them. */
    public DataSet all() {
        return all;
    }

    /** Some of them, valid until as many are asked for again: new memory for each step costs more than to fill it. */
    public DataSet rows(int[] rows) {
        DataSet batch = batches.computeIfAbsent(rows.length, this::room);
        gather(all.getFeatures(), rows, batch.getFeatures());
        gather(all.getLabels(), rows, batch.getLabels());
        return batch;
    }

    private DataSet room(int rows) {
        return new DataSet(
                Nd4j.createUninitialized(
                        type, new long[] {rows, all.getFeatures().size(1)}, 'c'),
                Nd4j.createUninitialized(type, new long[] {rows, all.getLabels().size(1)}, 'c'));
    }

    private static void gather(INDArray table, int[] rows, INDArray into) {
        long width = table.size(1) * table.dataType().width();
        BytePointer from = new BytePointer(table.data().addressPointer());
        BytePointer to = new BytePointer(into.data().addressPointer());
        for (int i = 0; i < rows.length; i++) {
            Pointer.memcpy(to.position(i * width), from.position(rows[i] * width), width);
        }
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

    /** Numbers where they lie; the pointer keeps the buffer, and the buffer the mapping. */
    private INDArray matrix(Numbers.Mapped file, int rows, int columns) {
        if ((type == DataType.DOUBLE) != (file.precision() == Precision.DOUBLE)) {
            throw new IllegalStateException("a file of the other precision");
        }
        Pointer memory = type == DataType.DOUBLE ? new DoublePointer(file.doubles()) : new FloatPointer(file.floats());
        return Nd4j.create(
                Nd4j.createBuffer(memory, file.count(), type),
                new long[] {rows, columns},
                new long[] {columns, 1},
                0,
                'c');
    }

    private INDArray matrix(double[] table, int rows, int columns) {
        return Nd4j.createFromArray(table).castTo(type).reshape('c', rows, columns);
    }
}
