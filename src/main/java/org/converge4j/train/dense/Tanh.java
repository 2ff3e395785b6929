package org.converge4j.train.dense;

/**
 * The hyperbolic tangent, some twenty times faster than {@link Math#tanh} and with the same bits on every Java. Without
 * branches; not finite where its argument is not a number.
 */
final class Tanh {
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has 21 zero bits at its end, so that small multiples of it are exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 1.9082149292705877e-10;
    /** Adding it leaves a number rounded to an integer, which its low bits hold. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int EXPONENT_AT = 52;
    private static final long ONE = Double.doubleToRawLongBits(1);
    /** Beyond it, e^2x + 1 and e^2x − 1 are the same. */
    private static final double MOST = 44;

    /** Beyond it, the tangent is 1 to within 3e-7. */
    private static final float MOST_FLOAT = 8;

    private Tanh() {}

    /** Replaces x by tanh x = (e^2x − 1)/(e^2x + 1), to 3e-16. */
    static void apply(double[] z, int length) {
        for (int i = 0; i < length; i++) {
            double e = expm1(Math.min(MOST, 2 * Math.abs(z[i])));
            z[i] = Math.copySign(e / (e + 2), z[i]);
        }
    }

    /**
     * Replaces x by a quotient of polynomials, x P(x²)/Q(x²), to 4e-7 of the tangent. The coefficients make the largest
     * relative error over (0, 8) least, which is 7e-9 before rounding: least squares, reweighted until the errors level out.
     */
    static void apply(float[] z, int length) {
        for (int i = 0; i < length; i++) {
            float x = Math.max(-MOST_FLOAT, Math.min(MOST_FLOAT, z[i]));
            float s = x * x;
            float p = (((1.5231025e-8f * s + 2.189512e-5f) * s + 3.5716267e-3f) * s + 0.13444522f) * s + 1;
            float q = (((8.5227015e-7f * s + 3.4113385e-4f) * s + 0.026164552f) * s + 0.4677785f) * s + 1;
            z[i] = x * p / q;
        }
    }

    /** e^y − 1 for y in [0, 44]: y = k ln 2 + r, |r| ≤ ln 2/2, the Taylor series of e^r − 1, and 2^k put into the exponent. */
    private static double expm1(double y) {
        double rounded = y * LOG2_E + ROUNDER;
        double k = rounded - ROUNDER;
        double r = (y - k * LN2_HIGH) - k * LN2_LOW;
        double series = 1.1470745597729725e-11; // 1/14!
        series = series * r + 1.6059043836821613e-10;
        series = series * r + 2.08767569878681e-9;
        series = series * r + 2.505210838544172e-8;
        series = series * r + 2.755731922398589e-7;
        series = series * r + 2.7557319223985893e-6;
        series = series * r + 2.48015873015873e-5;
        series = series * r + 1.984126984126984e-4;
        series = series * r + 1.388888888888889e-3;
        series = series * r + 8.333333333333333e-3;
        series = series * r + 4.1666666666666664e-2;
        series = series * r + 0.16666666666666666;
        series = series * r + 0.5;
        series = series * r * r + r;
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) << EXPONENT_AT) + ONE);
        return power * series + (power - 1);
    }
}
