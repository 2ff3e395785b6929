package org.converge4j.problem.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.converge4j.experiment.training.Precision;

/** Numbers in their order, wherever they lie. */
public sealed interface Numbers {
    /** How many. */
    int count();

    /** All of them; not a copy where they lie in an array. */
    double[] all();

    /** A copy of some. */
    double[] some(int from, int length);

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
        public double[] some(int from, int length) {
            return Arrays.copyOfRange(all, from, from + length);
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
        public double[] all() {
            return some(0, count());
        }

        @Override
        public double[] some(int from, int length) {
            double[] some = new double[length];
            if (precision == Precision.DOUBLE) {
                doubles().get(from, some);
            } else {
                FloatBuffer floats = floats();
                for (int i = 0; i < length; i++) {
                    some[i] = floats.get(from + i);
                }
            }
            return some;
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
}
