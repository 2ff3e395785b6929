package org.converge4j.catalog.rule;

/**
 * A rule whose loss is measured at other parameters than those it steps from, such as an average of them. Curves, targets, metrics
 * and the winner's network have those.
 */
public interface EvaluatedElsewhere {
    /**
     * The parameters to measure at.
     *
     * @param parameters the rule steps from; not to be changed
     * @param state what the rule remembers; not to be changed
     * @return new numbers, or the parameters themselves as long as there is nothing else to measure
     */
    double[] evaluatedAt(double[] parameters, double[][] state);
}
