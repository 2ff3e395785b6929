package org.converge4j.train.layer;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** ND4J's tables as memory. */
public final class Tables {
    private Tables() {}

    /** The same table, row by row without gaps. */
    public static INDArray plain(INDArray table) {
        boolean isPlain = table.rank() == 2 && table.stride(1) == 1 && table.stride(0) == table.size(1);
        return isPlain ? table : table.dup('c');
    }

    /** Where the numbers of a {@linkplain #plain plain} table, or of a vector, begin. */
    public static Pointer memory(Kernel<?> kernel, INDArray table) {
        return kernel.at(table.data().addressPointer(), 0);
    }

    /** The first rows of a table; a view. */
    public static INDArray first(INDArray table, int rows) {
        return rows == table.size(0) ? table : table.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
    }
}
