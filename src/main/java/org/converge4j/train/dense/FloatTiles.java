package org.converge4j.train.dense;

/**
 * Weighted sums in 32 bits, a tile of elements at a time. Tiles are copied into arrays of their own, where every loop
 * runs from 0 over whole arrays: only such loops does the JIT compiler turn into vector instructions.
 */
final class FloatTiles {
    /** Elements of a tile: thirteen tiles stay within a processor core's first cache. */
    private static final int TILE = 512;

    /** Terms whose weights are at hand together, a multiple of four: sums are copied once for all of them. */
    private static final int TERMS = 12;

    private final float[] sums;
    private final float[][] weights;

    private FloatTiles(int terms, int size) {
        this.sums = new float[size];
        this.weights = new float[terms][size];
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
        FloatTiles tiles = new FloatTiles(Math.min(TERMS, terms), Math.min(TILE, length));
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

    private void take(float[] w, int at, int step, int tiles, int size) {
        for (int i = 0; i < tiles; i++) {
            System.arraycopy(w, at + i * step, weights[i], 0, size);
        }
    }

    private void add(Table<float[]> x, int row, int first, int some, int size) {
        float[] values = x.values();
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
