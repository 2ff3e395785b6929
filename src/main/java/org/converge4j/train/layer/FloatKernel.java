package org.converge4j.train.layer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.converge4j.train.step.Numeric;

/** 32 bits. */
public final class FloatKernel implements Kernel<float[]> {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    @Override
    public Numeric<float[]> numeric() {
        return Numeric.FLOAT;
    }

    @Override
    public Pointer allocate(long length) {
        return new FloatPointer(Math.max(1, length));
    }

    @Override
    public Pointer at(Pointer memory, long offset) {
        FloatPointer view = new FloatPointer(memory);
        return view.position(view.position() + offset);
    }

    @Override
    public void put(Pointer to, float[] from, int at, int length) {
        ((FloatPointer) to).put(from, at, length);
    }

    @Override
    public void get(Pointer from, float[] to, int at, int length) {
        ((FloatPointer) from).get(to, at, length);
    }

    @Override
    public void multiply(
            Pointer a,
            boolean aTransposed,
            Pointer b,
            boolean bTransposed,
            int rows,
            int columns,
            int inner,
            int keep,
            Pointer c) {
        openblas_nolapack.cblas_sgemm(
                ROW_MAJOR,
                aTransposed ? TRANSPOSED : PLAIN,
                bTransposed ? TRANSPOSED : PLAIN,
                rows,
                columns,
                inner,
                1,
                (FloatPointer) a,
                aTransposed ? rows : inner,
                (FloatPointer) b,
                bTransposed ? inner : columns,
                keep,
                (FloatPointer) c,
                columns);
    }

    @Override
    public void addToRuns(float[] z, int runs, int length, float[] numbers) {
        for (int run = 0; run < runs; run++) {
            float number = numbers[run % numbers.length];
            for (int i = run * length; i < (run + 1) * length; i++) {
                z[i] += number;
            }
        }
    }

    @Override
    public void addToRows(float[] z, int rows, float[] numbers, int length) {
        for (int row = 0; row < rows; row++) {
            int from = row * length;
            for (int i = 0; i < length; i++) {
                z[from + i] += numbers[i];
            }
        }
    }

    @Override
    public void sumRuns(float[] z, int at, int runs, int length, float[] sums) {
        for (int run = 0; run < runs; run++) {
            float sum = 0;
            for (int i = at + run * length; i < at + (run + 1) * length; i++) {
                sum += z[i];
            }
            sums[run] += sum;
        }
    }

    @Override
    public void sumRows(float[] z, int rows, float[] sums, int length) {
        for (int row = 0; row < rows; row++) {
            int from = row * length;
            for (int i = 0; i < length; i++) {
                sums[i] += z[from + i];
            }
        }
    }

    @Override
    public void scatter(float[] from, int fromAt, float[] to, int toAt, int toStep, int length) {
        if (toStep == 1) { // the compiler makes vector instructions of this one alone
            for (int i = 0; i < length; i++) {
                to[toAt + i] += from[fromAt + i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                to[toAt + i * toStep] += from[fromAt + i];
            }
        }
    }

    @Override
    public void gather(float[] from, int fromAt, int fromStep, float[] to, int toAt, int length) {
        for (int i = 0; i < length; i++) {
            to[toAt + i] = from[fromAt + i * fromStep];
        }
    }

    @Override
    public void largest(Cover cover, float[] in, int inAt, float[] out, int[] where, int outAt) {
        int[] starts = cover.starts();
        int[] cells = cover.cells();
        for (int place = 0; place < cover.places(); place++) {
            float largest = Float.NEGATIVE_INFINITY;
            int found = 0;
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                float value = in[inAt + cells[i]];
                found = value > largest ? cells[i] : found; // of int, which takes no branch
                largest = Math.max(largest, value);
            }
            out[outAt + place] = largest;
            where[outAt + place] = found;
        }
    }

    @Override
    public void mean(Cover cover, float[] in, int inAt, float[] out, int outAt) {
        int[] starts = cover.starts();
        for (int place = 0; place < cover.places(); place++) {
            float sum = 0;
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                sum += in[inAt + cover.cells()[i]];
            }
            out[outAt + place] = sum / (starts[place + 1] - starts[place]);
        }
    }

    @Override
    public void spreadMean(Cover cover, float[] deltas, int at, float[] to, int toAt) {
        int[] starts = cover.starts();
        for (int place = 0; place < cover.places(); place++) {
            float share = deltas[at + place] / (starts[place + 1] - starts[place]);
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                to[toAt + cover.cells()[i]] += share;
            }
        }
    }

    @Override
    public void scatter(float[] from, int[] where, int fromAt, float[] to, int toAt, int length) {
        for (int i = fromAt; i < fromAt + length; i++) {
            to[toAt + where[i]] += from[i];
        }
    }

    @Override
    public void sumChannels(float[] z, int rows, Shape shape, double[] sums) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            double sum = 0;
            for (int end = at + shape.plane(); at < end; at++) {
                sum += z[at];
            }
            sums[run % shape.channels()] += sum;
        }
    }

    @Override
    public void sumChannels(float[] x, float[] y, int rows, Shape shape, double[] sums) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            double sum = 0;
            for (int end = at + shape.plane(); at < end; at++) {
                sum += (double) x[at] * y[at];
            }
            sums[run % shape.channels()] += sum;
        }
    }

    @Override
    public void scaleChannels(float[] from, float[] to, int rows, Shape shape, double[] factors, double[] shifts) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            float factor = (float) factors[run % shape.channels()];
            float shift = (float) shifts[run % shape.channels()];
            for (int end = at + shape.plane(); at < end; at++) {
                to[at] = from[at] * factor + shift;
            }
        }
    }

    @Override
    public void addChannels(float[] z, float[] x, int rows, Shape shape, double[] factors) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            float factor = (float) factors[run % shape.channels()];
            for (int end = at + shape.plane(); at < end; at++) {
                z[at] += x[at] * factor;
            }
        }
    }
}
