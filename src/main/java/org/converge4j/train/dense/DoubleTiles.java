package org.converge4j.train.dense;

/**
 * Weighted sums in 64 bits, a tile of elements at a time. Tiles are copied into arrays of their own, where every loop
 * runs from 0 over whole arrays: only such loops does the JIT compiler turn into vector instructions.
 */
final class DoubleTiles {
    /** Elements of a tile: five tiles stay within a processor core's first cache. */
    private static final int TILE = 512;

    private final double[] sums;
    private final double[][] weights;

    private DoubleTiles(int size) {
        this.sums = new double[size];
        this.weights = new double[4][size];
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
        DoubleTiles tiles = new DoubleTiles(Math.min(TILE, length));
        for (int from = 0; from < length; from += TILE) {
            int size = Math.min(TILE, length - from);
            int t = 0;
            for (; t + 4 <= terms; t += 4) {
                tiles.take(w, wAt + t * wStep + from, wStep, 4, size);
                for (int row = 0; row < count; row++) {
                    int at = zAt + row * zStep + from;
                    System.arraycopy(z, at, tiles.sums, 0, size);
                    tiles.addFour(x, row, t, size);
                    System.arraycopy(tiles.sums, 0, z, at, size);
                }
            }
            for (; t < terms; t++) {
                tiles.take(w, wAt + t * wStep + from, wStep, 1, size);
                for (int row = 0; row < count; row++) {
                    int at = zAt + row * zStep + from;
                    System.arraycopy(z, at, tiles.sums, 0, size);
                    addOne(tiles.sums, size, x.values()[x.place(row, t)], tiles.weights[0]);
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

    private void addFour(Table<double[]> x, int row, int term, int size) {
        double[] values = x.values();
        addFour(
                sums,
                size,
                values[x.place(row, term)],
                values[x.place(row, term + 1)],
                values[x.place(row, term + 2)],
                values[x.place(row, term + 3)],
                weights[0],
                weights[1],
                weights[2],
                weights[3]);
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
