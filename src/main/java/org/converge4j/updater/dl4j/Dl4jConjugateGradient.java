package org.converge4j.updater.dl4j;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.deeplearning4j.optimize.solvers.ConjugateGradient;

/**
 * DL4J's conjugate gradients, {@code OptimizationAlgorithm.CONJUGATE_GRADIENT}, which take no conjugate direction: each step of M2.1
 * overwrites the direction with the gradient before it searches along it.
 *
 * @param learningRate η, factor on every gradient: the longest step is η g
 * @param searchIterations tries of a search, at most
 */
@About(
        value = "DL4J's CONJUGATE_GRADIENT, which computes what LINE_GRADIENT_DESCENT does",
        family = Family.DL4J,
        equation = "θ ← θ − τ η g, τ as in dl4jLineGradientDescent; d ← η g + γ d (Polak, Ribière) is worked out and"
                + " overwritten before it is used",
        cost = "two gradients or more beside the step's own: one for each try, one at the end",
        differs = {
            "conjugate directions: DL4J 1.0.0-M2.1 overwrites them with the gradient at each call (ConjugateGradient.preProcessLine); the steps are those of dl4jLineGradientDescent"
        },
        source = "DL4J ConjugateGradient, BackTrackLineSearch")
public record Dl4jConjugateGradient(
        @Setting(value = "factor η on every gradient: the longest step is η g", above = 0)
        double learningRate,

        @Setting(value = "tries of a search, at most", atLeast = 1, atMost = 1000)
        int searchIterations)
        implements SearchedRule {
    public Dl4jConjugateGradient() {
        this(1.0, 5);
    }

    @Override
    public String inDl4j() {
        return "CONJUGATE_GRADIENT";
    }

    @Override
    public List<String> state() {
        return List.of(); // what DL4J remembers, it overwrites unread
    }

    @Override
    public BaseOptimizer algorithm(BatchModel batch, double[][] state) {
        return new ConjugateGradient(batch.configuration(), null, List.of(), batch.asLayer());
    }
}
