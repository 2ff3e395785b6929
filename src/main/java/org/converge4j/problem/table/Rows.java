package org.converge4j.problem.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ObjIntConsumer;
import org.converge4j.problem.data.ProblemException;

/** Rows of equally many numbers as they come, in blocks, so that growing copies nothing. */
final class Rows {
    private static final int NUMBERS_A_BLOCK = 1 << 16;

    /** Of what the virtual machine may use: the table is still written once more, for training. */
    private static final double SHARE = 0.5;

    private final String file;
    private final int width;
    private final int rowsABlock;
    private final Deque<double[]> blocks = new ArrayDeque<>();
    private int rows;

    /**
     * @param file as messages call it
     */
    Rows(String file, int width) {
        this.file = file;
        this.width = width;
        this.rowsABlock = Math.max(1, NUMBERS_A_BLOCK / Math.max(1, width));
    }

    int count() {
        return rows;
    }

    /** Copies a row. */
    void add(double[] row) {
        if (rows % rowsABlock == 0) {
            long bytes = (long) (rows + rowsABlock) * width * Double.BYTES;
            if (bytes > SHARE * Runtime.getRuntime().maxMemory()) {
                throw new ProblemException(file + ": expected a table that fits into memory, found more than " + rows
                        + " rows of " + width + " numbers; Java may use "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB here");
            }
            blocks.addLast(new double[rowsABlock * width]);
        }
        System.arraycopy(row, 0, blocks.getLast(), rows % rowsABlock * width, width);
        rows++;
    }

    /** Shows each row: {@code (block, offset)} in the rows' order. */
    void each(ObjIntConsumer<double[]> viewer) {
        int row = 0;
        for (double[] block : blocks) {
            for (int i = 0; i < rowsABlock && row < rows; i++, row++) {
                viewer.accept(block, i * width);
            }
        }
    }

    /** Hands over each row, and forgets it: {@code (block, offset)} in the rows' order. */
    void drain(ObjIntConsumer<double[]> taker) {
        for (int row = 0; row < rows; row++) {
            taker.accept(blocks.getFirst(), row % rowsABlock * width);
            if (row % rowsABlock == rowsABlock - 1) {
                blocks.removeFirst();
            }
        }
        blocks.clear();
    }
}
