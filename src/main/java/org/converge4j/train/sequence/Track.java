package org.converge4j.train.sequence;

import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.layer.Kernel;

/** Native memory for the numbers of all steps: those of a step lie side by side, row by row. */
final class Track implements AutoCloseable {
    private final Kernel<?> kernel;
    private final Pointer memory;
    private final Pointer[] steps;
    private final int width;
    private int rows;

    /**
     * @param width numbers of a row at a step
     * @param most rows
     */
    Track(Kernel<?> kernel, int steps, int width, int most) {
        this.kernel = kernel;
        this.memory = kernel.allocate((long) steps * most * width);
        this.steps = new Pointer[steps];
        this.width = width;
        lay(most);
    }

    /** Makes room for so many rows, one step behind the other. */
    void lay(int rows) {
        if (this.rows != rows) {
            this.rows = rows;
            for (int step = 0; step < steps.length; step++) {
                steps[step] = kernel.at(memory, (long) step * rows * width);
            }
        }
    }

    /** Where a step begins. */
    Pointer at(int step) {
        return steps[step];
    }

    /** Where the first step begins, and with it all. */
    Pointer all() {
        return steps[0];
    }

    @Override
    public void close() {
        memory.close();
    }
}
