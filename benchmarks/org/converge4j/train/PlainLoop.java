package org.converge4j.train;

import java.util.SplittableRandom;

/** Linear(10, 1) on 5 rows with nothing but the arithmetic, one replica after the other: what a step could cost at best. */
final class PlainLoop {
    private static final int ROWS = 5;
    private static final int SIZE = 11;

    private PlainLoop() {}

    /** The sum of all losses, so that none is optimised away. */
    static double run(int replicas, int steps, boolean adam) {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(ROWS * SIZE, -2, 2).toArray();
        double[] y = random.doubles(ROWS, -2, 2).toArray();
        double[] w = random.doubles((long) replicas * SIZE, -0.3, 0.3).toArray();
        double[] m = new double[w.length];
        double[] v = new double[w.length];
        double[] g = new double[SIZE];
        double sum = 0;
        for (int t = 1; t <= steps; t++) {
            double rate = adam ? 0.001 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t)) : 0.001;
            for (int at = 0; at < w.length; at += SIZE) {
                sum += gradient(x, y, w, at, g);
                for (int i = 0; i < SIZE; i++) {
                    if (adam) {
                        m[at + i] = 0.9 * m[at + i] + 0.1 * g[i];
                        v[at + i] = 0.999 * v[at + i] + 0.001 * g[i] * g[i];
                        w[at + i] -= rate * m[at + i] / (Math.sqrt(v[at + i]) + 1e-8);
                    } else {
                        w[at + i] -= rate * g[i];
                    }
                }
            }
        }
        return sum;
    }

    private static double gradient(double[] x, double[] y, double[] w, int at, double[] g) {
        java.util.Arrays.fill(g, 0);
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            double error = -y[row];
            for (int i = 0; i < SIZE; i++) {
                error += x[row * SIZE + i] * w[at + i];
            }
            loss += error * error / ROWS;
            for (int i = 0; i < SIZE; i++) {
                g[i] += 2 * error * x[row * SIZE + i] / ROWS;
            }
        }
        return loss;
    }
}
