package org.converge4j.updater;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies whole ND4J arrays from and to Java arrays; ND4J's own way makes a call per element. */
final class Numbers {
    private Numbers() {}

    /** Fills {@code to} with the elements of an array, row by row. */
    public static void read(INDArray from, double[] to) {
        if (!isContiguous(from)) {
            read(from.dup('c'), to);
        } else if (from.dataType() == DataType.DOUBLE) {
            new DoublePointer(from.data().addressPointer()).get(to);
        } else if (from.dataType() == DataType.FLOAT) {
            float[] singles = new float[to.length];
            new FloatPointer(from.data().addressPointer()).get(singles);
            for (int i = 0; i < to.length; i++) {
                to[i] = singles[i];
            }
        } else {
            read(from.castTo(DataType.DOUBLE), to);
        }
    }

    /** Sets the elements of an array, row by row, rounded to its precision. */
    public static void write(double[] from, INDArray to) {
        if (!isContiguous(to) || (to.dataType() != DataType.DOUBLE && to.dataType() != DataType.FLOAT)) {
            to.assign(Nd4j.createFromArray(from).castTo(to.dataType()).reshape('c', to.shape()));
        } else if (to.dataType() == DataType.DOUBLE) {
            new DoublePointer(to.data().addressPointer()).put(from);
        } else {
            float[] singles = new float[from.length];
            for (int i = 0; i < from.length; i++) {
                singles[i] = (float) from[i];
            }
            new FloatPointer(to.data().addressPointer()).put(singles);
        }
    }

    private static boolean isContiguous(INDArray array) {
        return array.elementWiseStride() == 1 && (array.rank() < 2 || array.ordering() == 'c');
    }
}
