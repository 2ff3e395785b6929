package org.converge4j.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;
import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.training.Precision;

/**
 * The least excess over the floor that is told from none: what rounding leaves of a computed loss. A run below it has solved its
 * problem. It has one significant digit, rounded up.
 *
 * @param inDouble for networks of 64 bits
 * @param inFloat for networks of 32 bits
 */
public record Resolution(double inDouble, double inFloat) {
    public Resolution {
        Checks.atLeast(Double.MIN_NORMAL, inDouble, "a resolution");
        Checks.atLeast(Double.MIN_NORMAL, inFloat, "a resolution");
    }

    /** Every normal number is told from none. */
    public static final Resolution NONE = new Resolution(Double.MIN_NORMAL, Double.MIN_NORMAL);

    private static final double UNIT_OF_DOUBLE = 0x1p-53;
    private static final double UNIT_OF_FLOAT = 0x1p-24;

    /** A loss ℓ = r² over rows whose r are wrong by δ is no larger than its own error, 2rδ + δ², up to ℓ = (1 + √2)² δ². */
    private static final double OWN_ERROR = 3 + 2 * Math.sqrt(2);

    /** DL4J keeps the probabilities whose logarithm it takes this far from 0 and 1. */
    private static final double CLIPPED = 1e-10;

    /** What a share that rounding may move every number by leaves; the least normal number where that is less, the greatest beyond 64 bits. */
    public static Resolution of(DoubleUnaryOperator ofUnit) {
        return new Resolution(up(ofUnit.applyAsDouble(UNIT_OF_DOUBLE)), up(ofUnit.applyAsDouble(UNIT_OF_FLOAT)));
    }

    /**
     * Of a mean of squared differences. Each difference is wrong by up to δ = terms · unit · magnitude (Higham, Accuracy and
     * Stability of Numerical Algorithms, section 3.1), independently from row to row.
     *
     * @param magnitude root mean square over the rows of the absolute numbers that a difference is summed from
     * @param terms how many numbers those are, at most
     * @param floor the least loss
     */
    public static Resolution ofSquares(double magnitude, int terms, int rows, double floor) {
        return of(unit -> {
            double wrong = terms * unit * magnitude;
            return OWN_ERROR * wrong * wrong + 2 * Math.sqrt(floor / rows) * wrong + Math.sqrt(rows) * unit * floor;
        });
    }

    /** Of a mean of −log p, p one of so many probabilities that add up to 1. */
    public static Resolution ofLogarithms(int classes) {
        return of(unit -> CLIPPED + (classes + 2) * unit);
    }

    /** For networks of a precision. */
    public double in(Precision precision) {
        return precision == Precision.DOUBLE ? inDouble : inFloat;
    }

    private static double up(double value) {
        if (value < Double.MIN_NORMAL) {
            return Double.MIN_NORMAL;
        }
        return value < Double.MAX_VALUE / 2
                ? new BigDecimal(value)
                        .round(new MathContext(1, RoundingMode.UP))
                        .doubleValue()
                : Double.MAX_VALUE; // nothing is told from none
    }
}
