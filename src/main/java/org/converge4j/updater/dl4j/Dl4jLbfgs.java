package org.converge4j.updater.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Extent;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;

/**
 * DL4J's limited-memory BFGS, {@code OptimizationAlgorithm.LBFGS}.
 *
 * @param learningRate η, factor on every gradient
 * @param searchIterations tries of a search, at most
 */
@About(
        value = "DL4J's LBFGS, which stands still after a few steps; lbfgs is the published algorithm",
        family = Family.DL4J,
        equation =
                "θ ← θ − τ d, τ ≤ 1 as in dl4jLineGradientDescent; at t = 1 d = η g, then the two-loop recursion on η g"
                        + " over the last 4 pairs s, y with ρ = 1/(η θᵀg + 10⁻⁵), scaled by (η θᵀg + 10⁻⁵)/(η² gᵀg + 10⁻⁵)",
        cost = "nine vectors; two gradients or more beside the step's own: one for each try, one at the end",
        differs = {
            "y: DL4J 1.0.0-M2.1 keeps the last gradient in the array of the present one, so y = 0 from the second step on (LBFGS.postStep)",
            "ρ: DL4J divides by the parameters times the gradient where 1/yᵀs is meant; d may climb, and the search then takes no step",
            "DL4J's fit throws where its search does; here the run has diverged",
            "kernels, dropout and numbers of 64 bits: as in dl4jLineGradientDescent"
        },
        source = "DL4J LBFGS, BackTrackLineSearch; Liu & Nocedal 1989 (Math. Programming 45) is what it is after")
public record Dl4jLbfgs(
        @Setting(value = "factor η on every gradient", above = 0)
        double learningRate,

        @Setting(value = "tries of a search, at most", atLeast = 1, atMost = 1000)
        int searchIterations)
        implements SearchedRule {
    public Dl4jLbfgs() {
        this(1.0, 5);
    }

    @Override
    public String inDl4j() {
        return "LBFGS";
    }

    @Override
    public List<String> state() {
        List<String> names = new ArrayList<>(List.of("pairs", "direction"));
        for (int pair = 0; pair < ResumedLbfgs.PAIRS; pair++) {
            names.addAll(List.of("rho" + pair, "s" + pair, "y" + pair));
        }
        return names;
    }

    @Override
    public Extent extent(String name) {
        return name.equals("pairs") || name.startsWith("rho") ? Extent.ONE : Extent.PARAMETERS;
    }

    @Override
    public BaseOptimizer algorithm(BatchModel batch, double[][] state) {
        return new ResumedLbfgs(batch, state);
    }

    @Override
    public void remember(BaseOptimizer algorithm, double[][] state) {
        ((ResumedLbfgs) algorithm).remember(state);
    }
}
