package org.converge4j.updater.secondorder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.updater.Objective;

/**
 * Vectors of random signs, to estimate the diagonal of a matrix by Hutchinson's way: E z (H z) = diag H.
 *
 * @param given the signs of the first ones, + and −
 * @param seed of the others
 */
record Probes(List<String> given, long seed) {
    /** The first that is not of so many signs, as a message says it. */
    Optional<String> misfit(int length) {
        return given.stream()
                .filter(text -> text.length() != length || !text.matches("[+-]*"))
                .findFirst()
                .map(text ->
                        "probes: " + Mismatch.of(length + " signs, + or -, for each", Mismatch.quoted(text)) + ".");
    }

    /**
     * An estimate of the Hessian's diagonal, from one of them.
     *
     * @param number counted from 0
     * @param diagonal overwritten
     */
    void diagonal(Objective objective, int number, double[] diagonal) {
        double[] z = signs(number, diagonal.length);
        objective.curvature(z, diagonal);
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] *= z[i];
        }
    }

    /**
     * One of them.
     *
     * @param number counted from 0
     */
    double[] signs(int number, int length) {
        double[] signs = new double[length];
        if (number < given.size()) {
            String text = given.get(number);
            Arrays.setAll(signs, i -> text.charAt(i) == '+' ? 1 : -1);
        } else {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
            Arrays.setAll(signs, i -> random.nextBoolean() ? 1 : -1);
        }
        return signs;
    }
}
