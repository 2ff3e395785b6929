package org.converge4j.updater.around;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * Stochastic weight averaging: the plain mean of the parameters after some of the steps; measured at the mean.
 */
@About(
        value = "stochastic weight averaging, the plain mean of the parameters",
        family = Family.NEWER,
        equation = "mean ← mean + (θ − mean)/(n+1) after each averaged step, n averaged before; measured at mean",
        cost = "a copy of the parameters",
        source = "Izmailov et al. 2018 (https://arxiv.org/abs/1803.05407); PyTorch 2.13 "
                + "torch.optim.swa_utils.AveragedModel")
public record Swa(
        @Setting(value = "first step after which parameters are averaged", atLeast = 1)
        int start,

        @Setting(value = "steps between two that are averaged", atLeast = 1)
        int every)
        implements MeanOfSteps {
    public Swa() {
        this(1, 1);
    }

    @Override
    public double share(double averaged) {
        return 1 / (averaged + 1);
    }
}
