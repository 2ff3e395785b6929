package org.converge4j.train.dense;

/**
 * Weighted sums in 32 bits, a tile of elements at a time. Tiles are copied into arrays of their own, where every loop
 * runs from 0 over whole arrays: only such loops does the JIT compiler turn into vector instructions.
 */
final class FloatTiles {
    /** Elements of a tile: five tiles stay within a processor core's first cache. */
    private static final int TILE = 1024;

    private final float[] sums;
    private final float[][] weights;

    private FloatTiles(int size) {
        this.sums = new float[size];
        this.weights = new float[4][size];
    }

    /** {@link Arithmetic#addWeighted}. */
    static void addWeighted(
            float[] z,
            int zAt,
            int zStep,
            int count,
            int length,
            Table<float[]> x,
            float[] w,
            int wAt,
            int wStep,
            int terms) {
        FloatTiles tiles = new FloatTiles(Math.min(TILE, length));
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

    private void take(float[] w, int at, int step, int tiles, int size) {
        for (int i = 0; i < tiles; i++) {
            System.arraycopy(w, at + i * step, weights[i], 0, size);
        }
    }

    private void addFour(Table<float[]> x, int row, int term, int size) {
        float[] values = x.values();
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
            float[] z,
            int length,
            float x0,
            float x1,
            float x2,
            float x3,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0 * w0[i] + x1 * w1[i] + x2 * w2[i] + x3 * w3[i];
        }
    }

    private static void addOne(float[] z, int length, float x, float[] w) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x * w[i];
        }
    }
}
