package org.converge4j.train.step;

import java.util.function.BiConsumer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.dense.DoubleArithmetic;
import org.converge4j.train.dense.FloatArithmetic;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One precision, in Java and in ND4J.
 *
 * @param arithmetic on Java arrays
 * @param type of ND4J arrays
 * @param get fills a Java array from an ND4J one
 * @param put does the reverse
 * @param <A> {@code double[]} or {@code float[]}
 */
public record Numeric<A>(
        Arithmetic<A> arithmetic, DataType type, BiConsumer<INDArray, A> get, BiConsumer<INDArray, A> put) {
    public static final Numeric<double[]> DOUBLE = new Numeric<>(
            new DoubleArithmetic(),
            DataType.DOUBLE,
            (from, to) -> new DoublePointer(from.data().addressPointer()).get(to),
            (to, from) -> new DoublePointer(to.data().addressPointer()).put(from));

    public static final Numeric<float[]> FLOAT = new Numeric<>(
            new FloatArithmetic(),
            DataType.FLOAT,
            (from, to) -> new FloatPointer(from.data().addressPointer()).get(to),
            (to, from) -> new FloatPointer(to.data().addressPointer()).put(from));

    /** A new flat array in ND4J's memory. */
    public INDArray nd4j(int length) {
        return Nd4j.create(type, length);
    }
}
