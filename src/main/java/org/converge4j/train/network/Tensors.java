package org.converge4j.train.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** Features of one. */
    private static final int MOST_NUMBERS = 1 << 20;

    private final DataType type;
    private final INDArray table;
    private final INDArray labels;
    private final Optional<int[]> picked;
    private final Optional<DataSet> all;
    private final Map<Integer, DataSet> batches = new HashMap<>();

    public Tensors(Data data, Precision precision) {
        this.type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        this.labels = matrix(data.y(), data.rows());
        if (data.numbers() instanceof Numbers.Picked some) {
            this.picked = Optional.of(some.rows());
            this.table = table(some.table(), data.features());
        } else {
            this.picked = Optional.empty();
            this.table = table(data.numbers(), data.features());
        }
        this.all = picked.isPresent() ? Optional.empty() : Optional.of(new DataSet(table, labels));
    }

    private INDArray table(Numbers numbers, int columns) {
        int rows = numbers.count() / columns;
        return numbers instanceof Numbers.Mapped file ? matrix(file, rows, columns) : matrix(numbers.all(), rows);
    }

    /** How many. */
    public int count() {
        return Math.toIntExact(labels.size(0));
    }

    /** All of them. */
    public DataSet all() {
        return all.orElseGet(() -> block(0, count()));
    }

    /** Some of them, valid until as many are asked for again: new memory for each step costs more than to fill it. */
    public DataSet rows(int[] rows) {
        DataSet batch = room(rows.length);
        gather(
                table,
                picked.map(of -> Arrays.stream(rows).map(row -> of[row]).toArray())
                        .orElse(rows),
                batch.getFeatures());
        gather(labels, rows, batch.getLabels());
        return batch;
    }

    private DataSet room(int rows) {
        return batches.computeIfAbsent(
                rows,
                count -> new DataSet(
                        Nd4j.createUninitialized(type, new long[] {count, table.size(1)}, 'c'),
                        Nd4j.createUninitialized(type, new long[] {count, labels.size(1)}, 'c')));
    }

    private static void gather(INDArray table, int[] rows, INDArray into) {
        long width = table.size(1) * table.dataType().width();
        BytePointer from = new BytePointer(table.data().addressPointer());
        BytePointer to = new BytePointer(into.data().addressPointer());
        for (int i = 0; i < rows.length; i++) {
            Pointer.memcpy(to.position(i * width), from.position(rows[i] * width), width);
        }
    }

    /** All of them, a large block at a time, valid until the next. */
    public Iterable<DataSet> blocks() {
        int rows = count();
        int most = Math.toIntExact(Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / Math.max(1, table.size(1)))));
        return () -> IntStream.iterate(0, from -> from < rows, from -> from + most)
                .mapToObj(from -> block(from, Math.min(rows, from + most)))
                .iterator();
    }

    private DataSet block(int from, int to) {
        if (all.isEmpty()) {
            return rows(IntStream.range(from, to).toArray());
        }
        if (to - from == count()) {
            return all.get();
        }
        var block = NDArrayIndex.interval(from, to);
        return new DataSet(table.get(block, NDArrayIndex.all()), labels.get(block, NDArrayIndex.all()));
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

    private INDArray matrix(double[] numbers, int rows) {
        return Nd4j.createFromArray(numbers).castTo(type).reshape('c', rows, numbers.length / rows);
    }
}
