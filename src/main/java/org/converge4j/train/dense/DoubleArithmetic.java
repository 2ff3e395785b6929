package org.converge4j.train.dense;

import java.util.Arrays;

/** 64 bits. */
public final class DoubleArithmetic implements Arithmetic<double[]> {
    private static final double CLIP = 1e-10;

    @Override
    public double[] zeros(int length) {
        return new double[length];
    }

    @Override
    public double[] of(double[] values) {
        return values.clone();
    }

    @Override
    public int length(double[] array) {
        return array.length;
    }

    @Override
    public double get(double[] array, int index) {
        return array[index];
    }

    @Override
    public void set(double[] array, int index, double value) {
        array[index] = value;
    }

    @Override
    public void fill(double[] array, int from, int length, double value) {
        Arrays.fill(array, from, from + length, value);
    }

    @Override
    public void copy(double[] from, int fromAt, double[] to, int toAt, int length) {
        System.arraycopy(from, fromAt, to, toAt, length);
    }

    @Override
    public void addWeighted(
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
        DoubleTiles.addWeighted(z, zAt, zStep, count, length, x, w, wAt, wStep, terms);
    }

    @Override
    public void addProducts(
            double[] z,
            int zAt,
            int length,
            double[] x,
            int xAt,
            int xStep,
            double[] w,
            int wAt,
            int wStep,
            int terms) {
        int t = 0;
        for (; t + 4 <= terms; t += 4) {
            addFourProducts(z, zAt, length, x, xAt + t * xStep, xStep, w, wAt + t * wStep, wStep);
        }
        for (; t < terms; t++) {
            addProduct(z, zAt, length, x, xAt + t * xStep, w, wAt + t * wStep);
        }
    }

    private static void addFourProducts(
            double[] z, int zAt, int length, double[] x, int xAt, int xStep, double[] w, int wAt, int wStep) {
        int x1 = xAt + xStep;
        int x2 = x1 + xStep;
        int x3 = x2 + xStep;
        int w1 = wAt + wStep;
        int w2 = w1 + wStep;
        int w3 = w2 + wStep;
        for (int i = 0; i < length; i++) {
            z[zAt + i] = z[zAt + i]
                    + x[xAt + i] * w[wAt + i]
                    + x[x1 + i] * w[w1 + i]
                    + x[x2 + i] * w[w2 + i]
                    + x[x3 + i] * w[w3 + i];
        }
    }

    private static void addProduct(double[] z, int zAt, int length, double[] x, int xAt, double[] w, int wAt) {
        for (int i = 0; i < length; i++) {
            z[zAt + i] = z[zAt + i] + x[xAt + i] * w[wAt + i];
        }
    }

    @Override
    public void activate(Activation activation, double[] z, int length) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < length; i++) {
                    z[i] = z[i] <= 0 ? 0 : z[i]; // NaN stays NaN
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < length; i++) {
                    z[i] = 1 / (1 + Math.exp(-z[i]));
                }
            }
            case TANH -> Tanh.apply(z, length);
            case SOFTMAX -> throw new IllegalArgumentException("a softmax takes its units together");
        }
    }

    @Override
    public void differentiate(Activation activation, double[] deltas, double[] a, int length) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < length; i++) {
                    deltas[i] = a[i] <= 0 ? 0 : deltas[i];
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < length; i++) {
                    deltas[i] *= a[i] * (1 - a[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < length; i++) {
                    deltas[i] *= 1 - a[i] * a[i];
                }
            }
            case SOFTMAX -> throw new IllegalArgumentException("a softmax takes its units together");
        }
    }

    @Override
    public void softmax(double[] z, int zAt, int units, int length) {
        for (int i = zAt; i < zAt + length; i++) {
            int end = i + units * length;
            double largest = z[i];
            for (int j = i; j < end; j += length) {
                largest = Math.max(largest, z[j]);
            }
            double sum = 0;
            for (int j = i; j < end; j += length) {
                z[j] = Math.exp(z[j] - largest);
                sum += z[j];
            }
            for (int j = i; j < end; j += length) {
                z[j] /= sum;
            }
        }
    }

    @Override
    public void differentiateSoftmax(double[] deltas, double[] a, int at, int units, int length) {
        for (int i = at; i < at + length; i++) {
            int end = i + units * length;
            double mean = 0;
            for (int j = i; j < end; j += length) {
                mean += deltas[j] * a[j];
            }
            for (int j = i; j < end; j += length) {
                deltas[j] = a[j] * (deltas[j] - mean);
            }
        }
    }

    @Override
    public void squaredError(double[] deltas, double[] a, double[] y, int at, int units, int length, double[] losses) {
        for (int unit = 0; unit < units; unit++) {
            int from = at + unit * length;
            for (int i = 0; i < length; i++) {
                double error = a[from + i] - y[from + i];
                deltas[from + i] = 2 * error / units;
                losses[i] += error * error / units;
            }
        }
    }

    @Override
    public void crossEntropy(double[] deltas, double[] a, double[] y, int at, int units, int length, double[] losses) {
        for (int unit = 0; unit < units; unit++) {
            int from = at + unit * length;
            for (int i = 0; i < length; i++) {
                deltas[from + i] = a[from + i] - y[from + i];
                losses[i] -= y[from + i] * Math.log(Math.max(CLIP, Math.min(1 - CLIP, a[from + i])));
            }
        }
    }

    @Override
    public void divide(double[] z, double divisor) {
        for (int i = 0; i < z.length; i++) {
            z[i] /= divisor;
        }
    }

    @Override
    public void multiply(double[] z, double factor) {
        for (int i = 0; i < z.length; i++) {
            z[i] *= factor;
        }
    }

    @Override
    public void multiply(double[] z, double[] factors) {
        for (int i = 0; i < z.length; i++) {
            z[i] *= factors[i];
        }
    }

    @Override
    public void addScaled(double[] z, double[] x, double factor) {
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] + factor * x[i];
        }
    }

    @Override
    public void addScaled(double[] z, double[] x, double[] factors, double factor) {
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] + factor * factors[i] * x[i];
        }
    }

    @Override
    public void subtract(double[] z, double[] x) {
        for (int i = 0; i < z.length; i++) {
            z[i] -= x[i];
        }
    }

    @Override
    public double[] widen(double[] array) {
        return array;
    }

    @Override
    public void round(double[] numbers) {
        // they have this precision
    }

    @Override
    public void narrow(double[] numbers, double[] array) {
        if (numbers != array) {
            System.arraycopy(numbers, 0, array, 0, array.length);
        }
    }
}
