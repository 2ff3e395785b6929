package org.converge4j.train.update;

import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** A {@link Rule} applied to Java arrays, with the numbers that its bridge to DL4J would give. */
final class RuleUpdate<A> implements Update<A> {
    private final Rule rule;
    private final Numeric<A> numeric;
    private final double[][] state;
    private final double[] room;

    RuleUpdate(Rule rule, Numeric<A> numeric, int size) {
        rule.toDl4j(); // checks the settings
        this.rule = rule;
        this.numeric = numeric;
        this.state = new double[rule.state().size()][size];
        this.room = numeric.arithmetic().room(size);
    }

    @Override
    public void apply(A gradient, int step, double rate) {
        double[] wide = numeric.arithmetic().widen(gradient, room);
        rule.apply(wide, state, new Step(step, rate));
        for (double[] remembered : state) {
            numeric.arithmetic().round(remembered);
        }
        numeric.arithmetic().narrow(wide, gradient);
    }
}
