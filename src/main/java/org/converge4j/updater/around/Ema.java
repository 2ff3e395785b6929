package org.converge4j.updater.around;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * An exponential average of the parameters; measured at the average.
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
        implements MeanOfSteps {
    public Ema() {
        this(0.999, 1, 1);
    }

    @Override
    public double share(double averaged) {
        return 1 - decay;
    }
}
