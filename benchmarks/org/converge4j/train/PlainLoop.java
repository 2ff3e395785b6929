package org.converge4j.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Linear(10, 1) on 5 rows with nothing but the arithmetic, one replica after the other: what a step could cost at best. */
final class PlainLoop {
    private static final int ROWS = 5;
    private static final int SIZE = 11;

    private final double[] x;
    private final double[] y;
    private final double[] w;
    private final double[] m;
    private final double[] v;
    private final double[] g = new double[SIZE];
    private final boolean isAdam;
    private int t;

    PlainLoop(int replicas, boolean isAdam) {
        SplittableRandom random = new SplittableRandom(1);
        this.x = random.doubles(ROWS * SIZE, -2, 2).toArray();
        this.y = random.doubles(ROWS, -2, 2).toArray();
        this.w = random.doubles((long) replicas * SIZE, -0.3, 0.3).toArray();
        this.m = new double[w.length];
        this.v = new double[w.length];
        this.isAdam = isAdam;
    }

    /** The sum of all losses before the step, so that none is optimised away. */
    double step() {
        t++;
        double rate = isAdam ? 0.001 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t)) : 0.001;
        double sum = 0;
        for (int at = 0; at < w.length; at += SIZE) {
            sum += gradient(at);
            for (int i = 0; i < SIZE; i++) {
                if (isAdam) {
                    m[at + i] = 0.9 * m[at + i] + 0.1 * g[i];
                    v[at + i] = 0.999 * v[at + i] + 0.001 * g[i] * g[i];
                    w[at + i] -= rate * m[at + i] / (Math.sqrt(v[at + i]) + 1e-8);
                } else {
                    w[at + i] -= rate * g[i];
                }
            }
        }
        return sum;
    }

    private double gradient(int at) {
        Arrays.fill(g, 0);
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
