package org.converge4j.updater.parameterfree;

import org.converge4j.updater.Extent;
import org.converge4j.updater.Step;

/** What D-adaptation and Prodigy do alike with the distance d to the solution, a single number that they remember, and bound from below. */
final class Distance {
    private Distance() {}

    /** The extent of a vector of theirs: d and the sum r that it comes from are one number each. */
    static Extent extent(String name) {
        return name.equals("d") || name.equals("r") ? Extent.ONE : Extent.PARAMETERS;
    }

    /** a = d η √(1−β₂ᵗ)/(1−β₁ᵗ), the rate of a step. */
    static double rate(double d, Step step, double beta1, double beta2) {
        int t = step.number();
        return d * step.learningRate() * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
    }

    /** The larger of d and an estimate, which is none as long as nothing was summed. */
    static double grown(double d, double sum, double sizes) {
        return sizes == 0 ? d : Math.max(d, sum / sizes);
    }
}
