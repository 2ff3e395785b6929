package org.converge4j.updater.secondorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * The limited-memory quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno: curvature from the last few steps, and a line
 * search. For full batches.
 */
@About(
        value = "torch.optim.LBFGS: quasi-Newton with a strong Wolfe line search",
        family = Family.NEWER,
        equation = "d = −H g by the two-loop recursion over the last pairs s = θ₊−θ, y = g₊−g with yᵀs > 10⁻¹⁰, scaled "
                + "by yᵀs/yᵀy;  θ ← θ + τ d, τ from η (at t = 1 from η min(1, 1/|g|₁)) by the strong Wolfe conditions, "
                + "c₁ = 10⁻⁴, c₂ = 0.9",
        cost = "2 · history + 2 vectors; with the search one gradient or more beside the step's own",
        differs = {"PyTorch's max_iter = 1 leaves its search one try by default; here it has mostEvaluations"},
        source = "Liu & Nocedal 1989 (Math. Programming 45); PyTorch 2.13 torch.optim.LBFGS with max_iter 1")
public record Lbfgs(
        @Setting(value = "first length η that a line search tries; without one, the length", above = 0)
        double learningRate,

        @Setting("whether to search along the line") boolean search,

        @Setting(value = "pairs that are remembered", atLeast = 1, atMost = 100)
        int history,

        @Setting(value = "tries of a search, at most", atLeast = 2)
        int mostEvaluations,

        @Setting(value = "no step once no component of the gradient is larger", atLeast = 0)
        double gradientTolerance,

        @Setting(
                value = "no step where the loss falls less along the direction; the search ends in a shorter bracket",
                atLeast = 0)
        double changeTolerance)
        implements Rule {
    public Lbfgs() {
        this(1.0, true, 10, 26, 1e-7, 1e-9);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.OBJECTIVE, Reads.ALL);
    }

    @Override
    public List<String> state() {
        List<String> names = new ArrayList<>(List.of("direction", "gradient", "taken", "pairs", "scale", "length"));
        for (int pair = 0; pair < history; pair++) {
            names.add("s" + pair);
            names.add("y" + pair);
        }
        return names;
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "taken", "pairs", "scale", "length" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    private static final double LEAST_CURVATURE = 1e-10;

    /** Where the vectors besides the pairs are in the state. */
    private static final int DIRECTION = 0;

    private static final int LAST_GRADIENT = 1;
    private static final int NUMBERS = 2;
    private static final int PAIRS = 6;

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] taken = state[NUMBERS];
        double[] pairs = state[NUMBERS + 1];
        double[] scale = state[NUMBERS + 2];
        double[] length = state[NUMBERS + 3];
        double[] d = state[DIRECTION];
        double[] g = gradient.clone();
        Arrays.fill(gradient, 0);
        if (largest(g) <= gradientTolerance) {
            return;
        }
        boolean first = taken[0]++ == 0;
        if (first) {
            scale[0] = 1;
        } else {
            remember(g, state, pairs, scale, length[0]);
        }
        turn(g, state, (int) pairs[0], scale[0]);
        System.arraycopy(g, 0, state[LAST_GRADIENT], 0, g.length);
        length[0] = (first ? Math.min(1, 1 / Vectors.sumOfSizes(g)) : 1) * step.learningRate();
        double slope = Vectors.dot(g, d);
        if (slope > -changeTolerance) {
            return;
        }
        if (search) {
            Wolfe line = new Wolfe(step.objective(), step.parameters(), d, changeTolerance);
            length[0] = line.search(slope, length[0], mostEvaluations);
        }
        for (int i = 0; i < g.length; i++) {
            gradient[i] = -length[0] * d[i];
        }
    }

    /** Adds the last step to the pairs, the oldest of which gives way, if the curvature along it is positive. */
    private void remember(double[] g, double[][] state, double[] pairs, double[] scale, double length) {
        double[] s = new double[g.length];
        double[] y = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            s[i] = length * state[DIRECTION][i];
            y[i] = g[i] - state[LAST_GRADIENT][i];
        }
        double curvature = Vectors.dot(y, s);
        if (!(curvature > LEAST_CURVATURE)) {
            return;
        }
        int count = (int) pairs[0];
        if (count == history) {
            for (int i = PAIRS; i < PAIRS + 2 * (history - 1); i++) {
                System.arraycopy(state[i + 2], 0, state[i], 0, g.length);
            }
            count--;
        }
        System.arraycopy(s, 0, state[PAIRS + 2 * count], 0, g.length);
        System.arraycopy(y, 0, state[PAIRS + 2 * count + 1], 0, g.length);
        pairs[0] = count + 1;
        scale[0] = curvature / Vectors.dot(y, y);
    }

    /** Leaves −H g in the direction. */
    private static void turn(double[] g, double[][] state, int pairs, double scale) {
        double[] d = state[DIRECTION];
        for (int i = 0; i < d.length; i++) {
            d[i] = -g[i];
        }
        double[] shares = new double[pairs];
        for (int pair = pairs - 1; pair >= 0; pair--) {
            double[] s = state[PAIRS + 2 * pair];
            double[] y = state[PAIRS + 2 * pair + 1];
            shares[pair] = Vectors.dot(s, d) * (1 / Vectors.dot(y, s));
            Vectors.add(d, y, -shares[pair]);
        }
        for (int i = 0; i < d.length; i++) {
            d[i] *= scale;
        }
        for (int pair = 0; pair < pairs; pair++) {
            double[] s = state[PAIRS + 2 * pair];
            double[] y = state[PAIRS + 2 * pair + 1];
            double share = Vectors.dot(y, d) * (1 / Vectors.dot(y, s));
            Vectors.add(d, s, shares[pair] - share);
        }
    }

    private static double largest(double[] g) {
        return Arrays.stream(g).map(Math::abs).max().orElse(0);
    }
}
