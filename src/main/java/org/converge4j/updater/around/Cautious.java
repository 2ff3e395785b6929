package org.converge4j.updater.around;

import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Around;
import org.converge4j.updater.Block;
import org.converge4j.updater.Step;

/**
 * Moves only those components whose update agrees in sign with the gradient, and the rest of them by so much more.
 */
@About(
        value = "only what agrees with the gradient moves",
        family = Family.NEWER,
        equation = "mask = [u g > 0];  u ← u mask/max(mean mask, 10⁻³), the mean over each matrix or vector",
        source = "Liang et al. 2024 (https://arxiv.org/abs/2411.16085), algorithm 1; timm 1.0.29")
public record Cautious() implements Around {
    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.BLOCKS);
    }

    private static final double LEAST_SHARE = 1e-3;

    @Override
    public void after(double[] update, double[] gradient, double[][] state, Step step) {
        for (Block block : step.blocks()) {
            int agreeing = 0;
            for (int i = block.from(); i < block.to(); i++) {
                agreeing += update[i] * gradient[i] > 0 ? 1 : 0;
            }
            double share = Math.max((double) agreeing / block.size(), LEAST_SHARE);
            for (int i = block.from(); i < block.to(); i++) {
                update[i] = update[i] * gradient[i] > 0 ? update[i] / share : 0;
            }
        }
    }
}
