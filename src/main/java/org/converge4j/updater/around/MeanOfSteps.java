package org.converge4j.updater.around;

import java.util.List;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.updater.Around;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Step;

/** What averages of parameters have in common: which steps take part, and that the loss is measured at the average. They differ in weights. */
interface MeanOfSteps extends Around, EvaluatedElsewhere {
    /** The first step after which parameters are averaged. */
    int start();

    /** Steps between two that are averaged. */
    int every();

    /**
     * The weight of the newest parameters.
     *
     * @param averaged how many were averaged before, at least one; the first are the average themselves
     */
    double share(double averaged);

    @Override
    default List<String> state() {
        return List.of("mean", "averaged");
    }

    @Override
    default Extent extent(String name) {
        return switch (name) {
            case "averaged" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    default void settle(double[] parameters, double[][] state, Step step) {
        if (step.number() < start() || (step.number() - start()) % every() != 0) {
            return;
        }
        double[] mean = state[0];
        double averaged = state[1][0]++;
        double share = averaged == 0 ? 1 : share(averaged);
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (parameters[i] - mean[i]);
        }
    }

    @Override
    default double[] evaluatedAt(double[] parameters, double[][] state) {
        return state[1][0] == 0 ? parameters : state[0];
    }
}
