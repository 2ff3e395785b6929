package org.converge4j.train.dense;

/**
 * A number and its derivative along a direction.
 *
 * @param value the number
 * @param slope its derivative
 */
record Dual(double value, double slope) {
    Dual plus(Dual other) {
        return new Dual(value + other.value, slope + other.slope);
    }

    Dual times(Dual other) {
        return new Dual(value * other.value, slope * other.value + value * other.slope);
    }

    Dual over(Dual other) {
        double quotient = value / other.value;
        return new Dual(quotient, (slope - quotient * other.slope) / other.value);
    }

    Dual exp() {
        double power = Math.exp(value);
        return new Dual(power, power * slope);
    }

    /** An activation of this weighted sum; not a softmax. */
    Dual activated(Activation activation) {
        double a = switch (activation) {
            case IDENTITY, SOFTMAX -> value;
            case RELU -> Math.max(0, value);
            case SIGMOID -> 1 / (1 + Math.exp(-value));
            case TANH -> tanh(value);
        };
        return new Dual(a, slope * new Dual(a, 0).slope(activation).value);
    }

    /** The derivative of an activation whose output this is; not of a softmax. */
    Dual slope(Activation activation) {
        return switch (activation) {
            case IDENTITY, SOFTMAX -> new Dual(1, 0);
            case RELU -> new Dual(value > 0 ? 1 : 0, 0);
            case SIGMOID -> new Dual(value * (1 - value), slope * (1 - 2 * value));
            case TANH -> new Dual(1 - value * value, -2 * value * slope);
        };
    }

    private static double tanh(double z) {
        double[] one = {z};
        Tanh.apply(one, 1);
        return one[0];
    }
}
