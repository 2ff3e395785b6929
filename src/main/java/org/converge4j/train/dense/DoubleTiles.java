package org.converge4j.train.dense;

/**
 * Weighted sums in 64 bits, a tile of elements at a time. Tiles are copied into arrays of their own, where every loop
 * runs from 0 over whole arrays: only such loops does the JIT compiler turn into vector instructions.
 */
final class DoubleTiles {
    /** Elements of a tile: thirteen tiles stay within a processor core's first cache. */
    private static final int TILE = 256;

    /** Terms whose weights are at hand together, a multiple of four: sums are copied once for all of them. */
    private static final int TERMS = 12;

    private final double[] sums;
    private final double[][] weights;

    private DoubleTiles(int terms, int size) {
        this.sums = new double[size];
        this.weights = new double[terms][size];
    }

    /** {@link Arithmetic#addWeighted}. */
    static void addWeighted(
            double[] z,
            int zAt,
            int zStep,
            int count,
            int length,
            Table<double[]> x,
            double[] w,
            int wAt,
            int wStep,
            int terms) {
        DoubleTiles tiles = new DoubleTiles(Math.min(TERMS, terms), Math.min(TILE, length));
        for (int from = 0; from < length; from += TILE) {
            int size = Math.min(TILE, length - from);
            for (int first = 0; first < terms; first += TERMS) {
                int some = Math.min(TERMS, terms - first);
                tiles.take(w, wAt + first * wStep + from, wStep, some, size);
                for (int row = 0; row < count; row++) {
                    int at = zAt + row * zStep + from;
                    System.arraycopy(z, at, tiles.sums, 0, size);
                    tiles.add(x, row, first, some, size);
                    System.arraycopy(tiles.sums, 0, z, at, size);
                }
            }
        }
    }

    private void take(double[] w, int at, int step, int tiles, int size) {
        for (int i = 0; i < tiles; i++) {
            System.arraycopy(w, at + i * step, weights[i], 0, size);
        }
    }

    private void add(Table<double[]> x, int row, int first, int some, int size) {
        double[] values = x.values();
        int t = 0;
        for (; t + 4 <= some; t += 4) {
            addFour(
                    sums,
                    size,
                    values[x.place(row, first + t)],
                    values[x.place(row, first + t + 1)],
                    values[x.place(row, first + t + 2)],
                    values[x.place(row, first + t + 3)],
                    weights[t],
                    weights[t + 1],
                    weights[t + 2],
                    weights[t + 3]);
        }
        for (; t < some; t++) {
            addOne(sums, size, values[x.place(row, first + t)], weights[t]);
        }
    }

    private static void addFour(
            double[] z,
            int length,
            double x0,
            double x1,
            double x2,
            double x3,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0 * w0[i] + x1 * w1[i] + x2 * w2[i] + x3 * w3[i];
        }
    }

    private static void addOne(double[] z, int length, double x, double[] w) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x * w[i];
        }
    }
}
