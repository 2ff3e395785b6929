package org.converge4j.updater.around;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.updater.Around;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Step;

/**
 * An exponential average of the parameters; measured at the average.
 *
 * @param decay share d of the average that is kept
 * @param start first step after which parameters are averaged
 * @param every steps between two that are averaged
 */
@About(
        value = "exponential average of the parameters",
        family = Family.NEWER,
        equation = "mean ← mean + (1−d)(θ − mean) after each averaged step, the first time mean ← θ; measured at mean",
        cost = "a copy of the parameters",
        differs = {"no correction of the start: the first average is a copy of the parameters"},
        source = "PyTorch 2.13 torch.optim.swa_utils.AveragedModel with get_ema_multi_avg_fn; Polyak & Juditsky 1992")
public record Ema(
        @Setting(value = "share d of the average that is kept", atLeast = 0, below = 1)
        double decay,

        @Setting(value = "first step after which parameters are averaged", atLeast = 1)
        int start,

        @Setting(value = "steps between two that are averaged", atLeast = 1)
        int every)
        implements Around, EvaluatedElsewhere {
    public Ema() {
        this(0.999, 1, 1);
    }

    @Override
    public List<String> state() {
        return List.of("mean", "averaged");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "averaged" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void settle(double[] parameters, double[][] state, Step step) {
        if (step.number() < start || (step.number() - start) % every != 0) {
            return;
        }
        double[] mean = state[0];
        double averaged = state[1][0]++;
        double share = averaged == 0 ? 1 : 1 - decay;
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (parameters[i] - mean[i]);
        }
    }

    @Override
    public double[] evaluatedAt(double[] parameters, double[][] state) {
        return state[1][0] == 0 ? parameters : state[0];
    }
}
