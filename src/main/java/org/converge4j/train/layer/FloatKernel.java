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
    public void largest(Window window, float[] in, int inAt, float[] out, int[] where, int outAt) {
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

    private static void largest(Window window, float[] in, int inAt, int corner, float[] out, int[] where, int to) {
        int nextRow = window.farDown() * window.in().width();
        float largest = in[inAt + corner];
        int found = corner;
        for (int y = 0; y < window.height(); y++) {
            int place = corner + y * nextRow;
            for (int x = 0; x < window.width(); x++) {
                float value = in[inAt + place];
                found = value > largest ? place : found; // of int, which takes no branch
                largest = Math.max(largest, value);
                place += window.farRight();
            }
        }
        out[to] = largest;
        where[to] = found;
    }

    private static void largestInside(
            Window window, float[] in, int inAt, int down, int right, float[] out, int[] where, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        int found = 0;
        for (int y = 0; y < window.height(); y++) {
            int row = window.row(down, y);
            for (int x = 0; x < window.width() && window.isRow(row); x++) {
                int column = window.column(right, x);
                if (window.isColumn(column)) {
                    int place = row * window.in().width() + column;
                    float value = in[inAt + place];
                    found = value > largest ? place : found;
                    largest = Math.max(largest, value);
                }
            }
        }
        out[to] = largest;
        where[to] = found;
    }

    @Override
    public void mean(Window window, float[] in, int inAt, float[] out, int outAt) {
        int to = outAt;
        for (int down = 0; down < window.rows(); down++) {
            for (int right = 0; right < window.columns(); right++) {
                float sum = 0;
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
    public void spreadMean(Window window, float[] deltas, int at, float[] to, int toAt) {
        int from = at;
        for (int down = 0; down < window.rows(); down++) {
            for (int right = 0; right < window.columns(); right++) {
                float share = deltas[from++] / window.cells(down, right);
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
    public void scatter(float[] from, int[] where, int fromAt, float[] to, int toAt, int length) {
        for (int i = fromAt; i < fromAt + length; i++) {
            to[toAt + where[i]] += from[i];
        }
    }
}
