package org.converge4j.train.layer;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.converge4j.train.step.Numeric;

/** 64 bits. */
public final class DoubleKernel implements Kernel<double[]> {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    @Override
    public Numeric<double[]> numeric() {
        return Numeric.DOUBLE;
    }

    @Override
    public Pointer allocate(long length) {
        return new DoublePointer(Math.max(1, length));
    }

    @Override
    public Pointer at(Pointer memory, long offset) {
        DoublePointer view = new DoublePointer(memory);
        return view.position(view.position() + offset);
    }

    @Override
    public void put(Pointer to, double[] from, int at, int length) {
        ((DoublePointer) to).put(from, at, length);
    }

    @Override
    public void get(Pointer from, double[] to, int at, int length) {
        ((DoublePointer) from).get(to, at, length);
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
        openblas_nolapack.cblas_dgemm(
                ROW_MAJOR,
                aTransposed ? TRANSPOSED : PLAIN,
                bTransposed ? TRANSPOSED : PLAIN,
                rows,
                columns,
                inner,
                1,
                (DoublePointer) a,
                aTransposed ? rows : inner,
                (DoublePointer) b,
                bTransposed ? inner : columns,
                keep,
                (DoublePointer) c,
                columns);
    }

    @Override
    public void addToRuns(double[] z, int runs, int length, double[] numbers) {
        for (int run = 0; run < runs; run++) {
            double number = numbers[run % numbers.length];
            for (int i = run * length; i < (run + 1) * length; i++) {
                z[i] += number;
            }
        }
    }

    @Override
    public void addToRows(double[] z, int rows, double[] numbers, int length) {
        for (int row = 0; row < rows; row++) {
            int from = row * length;
            for (int i = 0; i < length; i++) {
                z[from + i] += numbers[i];
            }
        }
    }

    @Override
    public void sumRuns(double[] z, int at, int runs, int length, double[] sums) {
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            for (int i = at + run * length; i < at + (run + 1) * length; i++) {
                sum += z[i];
            }
            sums[run] += sum;
        }
    }

    @Override
    public void sumRows(double[] z, int rows, double[] sums, int length) {
        for (int row = 0; row < rows; row++) {
            int from = row * length;
            for (int i = 0; i < length; i++) {
                sums[i] += z[from + i];
            }
        }
    }

    @Override
    public void scatter(double[] from, int fromAt, double[] to, int toAt, int toStep, int length) {
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
    public void gather(double[] from, int fromAt, int fromStep, double[] to, int toAt, int length) {
        for (int i = 0; i < length; i++) {
            to[toAt + i] = from[fromAt + i * fromStep];
        }
    }

    @Override
    public void largest(Cover cover, double[] in, int inAt, double[] out, int[] where, int outAt) {
        int[] starts = cover.starts();
        int[] cells = cover.cells();
        for (int place = 0; place < cover.places(); place++) {
            double largest = Double.NEGATIVE_INFINITY;
            int found = 0;
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                double value = in[inAt + cells[i]];
                found = value > largest ? cells[i] : found; // of int, which takes no branch
                largest = Math.max(largest, value);
            }
            out[outAt + place] = largest;
            where[outAt + place] = found;
        }
    }

    @Override
    public void mean(Cover cover, double[] in, int inAt, double[] out, int outAt) {
        int[] starts = cover.starts();
        for (int place = 0; place < cover.places(); place++) {
            double sum = 0;
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                sum += in[inAt + cover.cells()[i]];
            }
            out[outAt + place] = sum / (starts[place + 1] - starts[place]);
        }
    }

    @Override
    public void spreadMean(Cover cover, double[] deltas, int at, double[] to, int toAt) {
        int[] starts = cover.starts();
        for (int place = 0; place < cover.places(); place++) {
            double share = deltas[at + place] / (starts[place + 1] - starts[place]);
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                to[toAt + cover.cells()[i]] += share;
            }
        }
    }

    @Override
    public void scatter(double[] from, int[] where, int fromAt, double[] to, int toAt, int length) {
        for (int i = fromAt; i < fromAt + length; i++) {
            to[toAt + where[i]] += from[i];
        }
    }

    @Override
    public void sumChannels(double[] z, int rows, Shape shape, double[] sums) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            double sum = 0;
            for (int end = at + shape.plane(); at < end; at++) {
                sum += z[at];
            }
            sums[run % shape.channels()] += sum;
        }
    }

    @Override
    public void sumChannels(double[] x, double[] y, int rows, Shape shape, double[] sums) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            double sum = 0;
            for (int end = at + shape.plane(); at < end; at++) {
                sum += x[at] * y[at];
            }
            sums[run % shape.channels()] += sum;
        }
    }

    @Override
    public void scaleChannels(double[] from, double[] to, int rows, Shape shape, double[] factors, double[] shifts) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            double factor = factors[run % shape.channels()];
            double shift = shifts[run % shape.channels()];
            for (int end = at + shape.plane(); at < end; at++) {
                to[at] = from[at] * factor + shift;
            }
        }
    }

    @Override
    public void addChannels(double[] z, double[] x, int rows, Shape shape, double[] factors) {
        for (int run = 0, at = 0; run < rows * shape.channels(); run++) {
            double factor = factors[run % shape.channels()];
            for (int end = at + shape.plane(); at < end; at++) {
                z[at] += x[at] * factor;
            }
        }
    }
}
