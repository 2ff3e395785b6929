package org.converge4j.updater.around;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Around;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Step;

/**
 * Fast parameters run k steps ahead; then the slow ones follow a share of the way, and the fast ones start again from there.
 * Measured at the slow ones.
 */
@About(
        value = "slow parameters follow the fast ones",
        family = Family.NEWER,
        equation = "every k steps: slow ← slow + α (θ − slow), θ ← slow; measured at slow",
        cost = "a copy of the parameters",
        differs = {"timm makes its slow copy at the first move, which then does nothing"},
        source = "Zhang et al. 2019 (https://arxiv.org/abs/1907.08610), algorithm 1")
public record Lookahead(
        @Setting(value = "steps k between two moves of the slow parameters", atLeast = 1)
        int every,

        @Setting(value = "share α of the way that they follow", above = 0, atMost = 1)
        double share)
        implements Around, EvaluatedElsewhere {
    public Lookahead() {
        this(6, 0.5);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return List.of("slow", "started");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "started" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void settle(double[] parameters, double[][] state, Step step) {
        double[] slow = state[0];
        if (step.number() == 1) {
            System.arraycopy(step.parameters(), 0, slow, 0, slow.length);
            state[1][0] = 1;
        }
        if (step.number() % every != 0) {
            return;
        }
        for (int i = 0; i < slow.length; i++) {
            slow[i] += share * (parameters[i] - slow[i]);
            parameters[i] = slow[i];
        }
    }

    @Override
    public double[] evaluatedAt(double[] parameters, double[][] state) {
        return state[1][0] == 0 ? parameters : state[0];
    }
}
