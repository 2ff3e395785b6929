package org.converge4j.updater.dl4j;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.deeplearning4j.optimize.solvers.LineGradientDescent;

/**
 * DL4J's gradient descent with a search along the line, {@code OptimizationAlgorithm.LINE_GRADIENT_DESCENT}.
 *
 * @param learningRate η, factor on every gradient: the longest step is η g
 * @param searchIterations tries of a search, at most
 */
@About(
        value = "DL4J's LINE_GRADIENT_DESCENT: steepest descent, its length by backtracking",
        family = Family.DL4J,
        equation = "θ ← θ − τ η g, τ = 1 or less: the first with L(θ − τηg) ≤ L(θ) − 10⁻⁴ τ η² gᵀg, each τ from a"
                + " parabola or cubic through the last; else the best that was tried",
        cost = "two gradients or more beside the step's own: one for each try, one at the end",
        differs = {
            "the longest step is ηg, and a search only shortens it: a small η is plain gradient descent",
            "DL4J's builder has η = 0.001 unless its updater says otherwise, and the search 5 iterations",
            "DL4J's fit throws where its search does; here the run has diverged",
            "numbers: the search has 64 bits at any precision; precision: float is that of the network's losses and gradients alone",
            "kernels: DL4J's first step has a convolution's biases where its weights belong; here they are in order",
            "dropout: DL4J draws it at each try, here it is the same at every try of a step"
        },
        source = "DL4J LineGradientDescent, BackTrackLineSearch")
public record Dl4jLineGradientDescent(
        @Setting(value = "factor η on every gradient: the longest step is η g", above = 0)
        double learningRate,

        @Setting(value = "tries of a search, at most", atLeast = 1, atMost = 1000)
        int searchIterations)
        implements SearchedRule {
    public Dl4jLineGradientDescent() {
        this(1.0, 5);
    }

    @Override
    public String inDl4j() {
        return "LINE_GRADIENT_DESCENT";
    }

    @Override
    public List<String> state() {
        return List.of();
    }

    @Override
    public BaseOptimizer algorithm(BatchModel batch, double[][] state) {
        return new LineGradientDescent(batch.configuration(), null, List.of(), batch.asLayer());
    }
}
