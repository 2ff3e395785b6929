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
    public void largest(Window window, double[] in, int inAt, double[] out, int[] where, int outAt) {
        int width = window.in().width();
        int to = outAt;
        for (int down = 0; down < window.rows(); down++) {
            for (int right = 0; right < window.columns(); right++) {
                int corner = window.row(down, 0) * width + window.column(right, 0);
                if (window.isInside(down, right)) {
                    largest(window, in, inAt, corner, out, where, to++);
                } else {
                    largestInside(window, in, inAt, down, right, out, where, to++);
                }
            }
        }
    }

    private static void largest(Window window, double[] in, int inAt, int corner, double[] out, int[] where, int to) {
        int nextRow = window.farDown() * window.in().width();
        double largest = in[inAt + corner];
        int found = corner;
        for (int y = 0; y < window.height(); y++) {
            int place = corner + y * nextRow;
            for (int x = 0; x < window.width(); x++) {
                double value = in[inAt + place];
                found = value > largest ? place : found; // of int, which takes no branch
                largest = Math.max(largest, value);
                place += window.farRight();
            }
        }
        out[to] = largest;
        where[to] = found;
    }

    private static void largestInside(
            Window window, double[] in, int inAt, int down, int right, double[] out, int[] where, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        int found = 0;
        for (int y = 0; y < window.height(); y++) {
            int row = window.row(down, y);
            for (int x = 0; x < window.width() && window.isRow(row); x++) {
                int column = window.column(right, x);
                if (window.isColumn(column)) {
                    int place = row * window.in().width() + column;
                    double value = in[inAt + place];
                    found = value > largest ? place : found;
                    largest = Math.max(largest, value);
                }
            }
        }
        out[to] = largest;
        where[to] = found;
    }

    @Override
    public void mean(Window window, double[] in, int inAt, double[] out, int outAt) {
        int to = outAt;
        for (int down = 0; down < window.rows(); down++) {
            for (int right = 0; right < window.columns(); right++) {
                double sum = 0;
                int cells = 0;
                for (int y = 0; y < window.height(); y++) {
                    int row = window.row(down, y);
                    for (int x = 0; x < window.width() && window.isRow(row); x++) {
                        int column = window.column(right, x);
                        if (window.isColumn(column)) {
                            sum += in[inAt + row * window.in().width() + column];
                            cells++;
                        }
                    }
                }
                out[to++] = sum / cells;
            }
        }
    }

    @Override
    public void spreadMean(Window window, double[] deltas, int at, double[] to, int toAt) {
        int from = at;
        for (int down = 0; down < window.rows(); down++) {
            for (int right = 0; right < window.columns(); right++) {
                double share = deltas[from++] / window.cells(down, right);
                for (int y = 0; y < window.height(); y++) {
                    int row = window.row(down, y);
                    for (int x = 0; x < window.width() && window.isRow(row); x++) {
                        int column = window.column(right, x);
                        if (window.isColumn(column)) {
                            to[toAt + row * window.in().width() + column] += share;
                        }
                    }
                }
            }
        }
    }

    @Override
    public void scatter(double[] from, int[] where, int fromAt, double[] to, int toAt, int length) {
        for (int i = fromAt; i < fromAt + length; i++) {
            to[toAt + where[i]] += from[i];
        }
    }
}
