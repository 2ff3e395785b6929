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
 * Stochastic weight averaging: the plain mean of the parameters after some of the steps; measured at the mean.
 *
 * @param start first step after which parameters are averaged
 * @param every steps between two that are averaged
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
        implements Around, EvaluatedElsewhere {
    public Swa() {
        this(1, 1);
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
        double share = averaged == 0 ? 1 : 1 / (averaged + 1);
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (parameters[i] - mean[i]);
        }
    }

    @Override
    public double[] evaluatedAt(double[] parameters, double[][] state) {
        return state[1][0] == 0 ? parameters : state[0];
    }
}
