package org.converge4j.train.dense;

import java.util.Arrays;

/** 32 bits. */
public final class FloatArithmetic implements Arithmetic<float[]> {
    private static final double CLIP = 1e-10;

    /** How far DL4J keeps the output of one of two classes from 0 and 1. */
    private static final float BINARY_CLIP = 1e-5f;

    @Override
    public float[] zeros(int length) {
        return new float[length];
    }

    @Override
    public float[] of(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public int length(float[] array) {
        return array.length;
    }

    @Override
    public double get(float[] array, int index) {
        return array[index];
    }

    @Override
    public void set(float[] array, int index, double value) {
        array[index] = (float) value;
    }

    @Override
    public void fill(float[] array, int from, int length, double value) {
        Arrays.fill(array, from, from + length, (float) value);
    }

    @Override
    public void copy(float[] from, int fromAt, float[] to, int toAt, int length) {
        System.arraycopy(from, fromAt, to, toAt, length);
    }

    @Override
    public void addFour(
            float[] z, int length, float[] x, int at, int step, float[] w0, float[] w1, float[] w2, float[] w3) {
        float x0 = x[at];
        float x1 = x[at + step];
        float x2 = x[at + 2 * step];
        float x3 = x[at + 3 * step];
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0 * w0[i] + x1 * w1[i] + x2 * w2[i] + x3 * w3[i];
        }
    }

    @Override
    public void addOne(float[] z, int length, float[] x, int at, float[] w) {
        float x0 = x[at];
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0 * w[i];
        }
    }

    @Override
    public void addTwo(float[] z, int length, float[] x0, float[] x1, float[] w0, float[] w1) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x0[i] * w0[i] + x1[i] * w1[i];
        }
    }

    @Override
    public void addOne(float[] z, int length, float[] x, float[] w) {
        for (int i = 0; i < length; i++) {
            z[i] = z[i] + x[i] * w[i];
        }
    }

    @Override
    public void activate(Activation activation, float[] z, int length) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < length; i++) {
                    z[i] = z[i] <= 0 ? 0 : z[i]; // NaN stays NaN
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < length; i++) {
                    z[i] = (float) (1 / (1 + Math.exp(-z[i])));
                }
            }
            case TANH -> Tanh.apply(z, length);
            case SOFTMAX -> throw new IllegalArgumentException("a softmax takes its units together");
        }
    }

    @Override
    public void differentiate(Activation activation, float[] deltas, float[] a, int length) {
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
    public void softmax(float[] z, int zAt, int units, int length) {
        for (int i = zAt; i < zAt + length; i++) {
            int end = i + units * length;
            float largest = z[i];
            for (int j = i; j < end; j += length) {
                largest = Math.max(largest, z[j]);
            }
            float sum = 0;
            for (int j = i; j < end; j += length) {
                z[j] = (float) Math.exp(z[j] - largest);
                sum += z[j];
            }
            for (int j = i; j < end; j += length) {
                z[j] /= sum;
            }
        }
    }

    @Override
    public void differentiateSoftmax(float[] deltas, float[] a, int at, int units, int length) {
        for (int i = at; i < at + length; i++) {
            int end = i + units * length;
            float mean = 0;
            for (int j = i; j < end; j += length) {
                mean += deltas[j] * a[j];
            }
            for (int j = i; j < end; j += length) {
                deltas[j] = a[j] * (deltas[j] - mean);
            }
        }
    }

    @Override
    public void squaredError(float[] deltas, float[] a, float[] y, int at, int units, int length, double[] losses) {
        for (int unit = 0; unit < units; unit++) {
            int from = at + unit * length;
            for (int i = 0; i < length; i++) {
                float error = a[from + i] - y[from + i];
                deltas[from + i] = 2 * error / units;
                losses[i] += error * error / units;
            }
        }
    }

    @Override
    public void crossEntropy(float[] deltas, float[] a, float[] y, int at, int units, int length, double[] losses) {
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
    public void binaryCrossEntropy(float[] deltas, float[] a, float[] y, int length, double[] loss) {
        for (int i = 0; i < length; i++) {
            float kept = Math.max(BINARY_CLIP, Math.min(1f - BINARY_CLIP, a[i]));
            deltas[i] = (kept - y[i]) / (kept * (1f - kept)) * (a[i] * (1f - a[i]));
            loss[0] -= y[i] * Math.log(kept) + (1 - y[i]) * Math.log(1f - kept);
        }
    }

    @Override
    public void divide(float[] z, double divisor) {
        if (Arithmetic.isPowerOfTwo(divisor)) {
            multiply(z, 1 / divisor); // the same bits in a fraction of the time
            return;
        }
        float by = (float) divisor;
        for (int i = 0; i < z.length; i++) {
            z[i] /= by;
        }
    }

    @Override
    public void multiply(float[] z, double factor) {
        float by = (float) factor;
        for (int i = 0; i < z.length; i++) {
            z[i] *= by;
        }
    }

    @Override
    public void multiply(float[] z, float[] factors) {
        for (int i = 0; i < z.length; i++) {
            z[i] *= factors[i];
        }
    }

    @Override
    public void addScaled(float[] z, float[] x, double factor) {
        float by = (float) factor;
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] + by * x[i];
        }
    }

    @Override
    public void addScaled(float[] z, float[] x, float[] factors, double factor) {
        float by = (float) factor;
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] + by * factors[i] * x[i];
        }
    }

    @Override
    public void subtract(float[] z, float[] x) {
        for (int i = 0; i < z.length; i++) {
            z[i] -= x[i];
        }
    }

    @Override
    public void nesterovs(float[] gradient, float[] velocity, double rate, double momentum) {
        float eta = (float) rate;
        float mu = (float) momentum;
        float back = -mu - 1;
        for (int i = 0; i < gradient.length; i++) {
            float kept = mu * velocity[i];
            velocity[i] = kept - eta * gradient[i];
            gradient[i] = kept + back * velocity[i];
        }
    }

    @Override
    public void adam(
            float[] gradient,
            float[] mean,
            float[] meanSquare,
            double beta1,
            double beta2,
            double rate,
            double epsilon) {
        float decay1 = (float) beta1;
        float decay2 = (float) beta2;
        float rest1 = 1 - decay1;
        float rest2 = 1 - decay2;
        float alpha = (float) rate;
        float small = (float) epsilon;
        for (int i = 0; i < gradient.length; i++) {
            mean[i] = decay1 * mean[i] + gradient[i] * rest1;
            meanSquare[i] = decay2 * meanSquare[i] + gradient[i] * gradient[i] * rest2;
            gradient[i] = mean[i] * alpha / ((float) Math.sqrt(meanSquare[i]) + small);
        }
    }

    @Override
    public double[] widen(float[] array, double[] room) {
        for (int i = 0; i < array.length; i++) {
            room[i] = array[i];
        }
        return room;
    }

    @Override
    public double[] room(int length) {
        return new double[length];
    }

    @Override
    public void round(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) numbers[i];
        }
    }

    @Override
    public void narrow(double[] numbers, float[] array) {
        for (int i = 0; i < array.length; i++) {
            array[i] = (float) numbers[i];
        }
    }
}
