package org.converge4j.problem.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.converge4j.experiment.training.Precision;

/** Numbers in their order, wherever they lie. */
public sealed interface Numbers {
    /** How many. */
    int count();

    /** Copies some into an array. */
    void copy(int from, int length, double[] to, int at);

    /** All of them; not a copy where they lie in an array. */
    default double[] all() {
        return some(0, count());
    }

    /** A copy of some. */
    default double[] some(int from, int length) {
        double[] some = new double[length];
        copy(from, length, some, 0);
        return some;
    }

    /**
     * Some rows of a table of them.
     *
     * @param width numbers of a row
     */
    default Numbers rows(int width, int[] rows) {
        return new Picked(this, width, rows);
    }

    /**
     * Numbers in an array.
     *
     * @param all not copied
     */
    record Held(double[] all) implements Numbers {
        @Override
        public int count() {
            return all.length;
        }

        @Override
        public void copy(int from, int length, double[] to, int at) {
            System.arraycopy(all, from, to, at, length);
        }

        @Override
        public Numbers rows(int width, int[] rows) {
            return new Held(new Picked(this, width, rows).all());
        }
    }

    /**
     * Numbers in a file that is mapped into memory, where all processes of a machine that map it read the same bytes.
     *
     * @param bytes the file's, in the machine's own order; a direct buffer
     * @param precision in which they lie there
     */
    record Mapped(ByteBuffer bytes, Precision precision) implements Numbers {
        @Override
        public int count() {
            return bytes.capacity() / precision.bytes();
        }

        @Override
        public void copy(int from, int length, double[] to, int at) {
            if (precision == Precision.DOUBLE) {
                doubles().get(from, to, at, length);
            } else {
                FloatBuffer floats = floats();
                for (int i = 0; i < length; i++) {
                    to[at + i] = floats.get(from + i);
                }
            }
        }

        /** Those of 64 bits. */
        public DoubleBuffer doubles() {
            return bytes.asDoubleBuffer();
        }

        /** Those of 32 bits. */
        public FloatBuffer floats() {
            return bytes.asFloatBuffer();
        }
    }

    /**
     * Some rows of a table, which stay where they lie.
     *
     * @param width numbers of a row
     * @param rows which; not copied
     */
    record Picked(Numbers table, int width, int[] rows) implements Numbers {
        @Override
        public int count() {
            return rows.length * width;
        }

        @Override
        public void copy(int from, int length, double[] to, int at) {
            for (int done = 0; done < length; ) {
                int column = (from + done) % width;
                int some = Math.min(width - column, length - done);
                table.copy(rows[(from + done) / width] * width + column, some, to, at + done);
                done += some;
            }
        }
    }
}
