package org.converge4j.train.dense;

import java.util.Arrays;

/** 64 bits. */
public final class DoubleArithmetic implements Arithmetic<double[]> {
    private static final double CLIP = 1e-10;

    /** How far DL4J keeps the output of one of two classes from 0 and 1. */
    private static final double BINARY_CLIP = 1e-5;

    @Override
    public double[] zeros(int length) {
        return new double[length];
    }

    @Override
    public double[] of(double[] values) {
        return values.clone();
    }

    @Override
    public int bytes() {
        return Double.BYTES;
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
    public void addFour(
            double[] z, int length, double[] x, int at, int step, double[] w0, double[] w1, double[] w2, double[] w3) {
        double x0 = x[at];
        double x1 = x[at + step];
        double x2 = x[at + 2 * step];
        double x3 = x[at + 3 * step];
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0 * w0[i] + x1 * w1[i] + x2 * w2[i] + x3 * w3[i];
        }
    }

    @Override
    public void addOne(double[] z, int length, double[] x, int at, double[] w) {
        double x0 = x[at];
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0 * w[i];
        }
    }

    @Override
    public void addTwo(double[] z, int length, double[] x0, double[] x1, double[] w0, double[] w1) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0[i] * w0[i] + x1[i] * w1[i];
        }
    }

    @Override
    public void addOne(double[] z, int length, double[] x, double[] w) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x[i] * w[i];
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
            }
            for (int i = 0; i < length; i++) {
                if (y[from + i] != 0) { // a logarithm of one output alone, where targets are one-hot
                    losses[i] -= y[from + i] * Math.log(Math.max(CLIP, Math.min(1 - CLIP, a[from + i])));
                }
            }
        }
    }

    @Override
    public void binaryCrossEntropy(double[] deltas, double[] a, double[] y, int length, double[] loss) {
        for (int i = 0; i < length; i++) {
            double kept = Math.max(BINARY_CLIP, Math.min(1 - BINARY_CLIP, a[i]));
            deltas[i] = (kept - y[i]) / (kept * (1 - kept)) * (a[i] * (1 - a[i]));
            loss[0] -= y[i] * Math.log(kept) + (1 - y[i]) * Math.log(1 - kept);
        }
    }

    @Override
    public void divide(double[] z, double divisor) {
        if (Arithmetic.isPowerOfTwo(divisor)) {
            multiply(z, 1 / divisor); // the same bits in a fraction of the time
            return;
        }
        double by = divisor;
        for (int i = 0; i < z.length; i++) {
            z[i] /= by;
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
    public void nesterovs(double[] gradient, double[] velocity, double rate, double momentum) {
        double back = -momentum - 1;
        for (int i = 0; i < gradient.length; i++) {
            double kept = momentum * velocity[i];
            velocity[i] = kept - rate * gradient[i];
            gradient[i] = kept + back * velocity[i];
        }
    }

    @Override
    public void adam(
            double[] gradient,
            double[] mean,
            double[] meanSquare,
            double beta1,
            double beta2,
            double rate,
            double epsilon) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        for (int i = 0; i < gradient.length; i++) {
            mean[i] = beta1 * mean[i] + gradient[i] * rest1;
            meanSquare[i] = beta2 * meanSquare[i] + gradient[i] * gradient[i] * rest2;
            gradient[i] = mean[i] * rate / (Math.sqrt(meanSquare[i]) + epsilon);
        }
    }

    @Override
    public double[] widen(double[] array, double[] room) {
        return array;
    }

    @Override
    public double[] room(int length) {
        return new double[0];
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
