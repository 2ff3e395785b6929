package org.converge4j.train.update;

import java.util.Arrays;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/** A {@link Rule} applied to Java arrays, with the numbers that its bridge to DL4J would give. */
final class RuleUpdate<A> implements Update<A> {
    private final Rule rule;
    private final Numeric<A> numeric;
    private final Lookout<A> lookout;
    private final double[][] state;
    private final double[] room;

    RuleUpdate(Rule rule, Numeric<A> numeric, int size, Lookout<A> lookout) {
        rule.toDl4j(); // checks the settings
        this.rule = rule;
        this.numeric = numeric;
        this.lookout = lookout;
        this.state = Memory.of(rule.state(), rule::extent, size, lookout.scene().blocks());
        this.room = numeric.arithmetic().room(size);
    }

    @Override
    public void apply(A gradient, int step, double rate) {
        double[] wide = numeric.arithmetic().widen(gradient, room);
        if (rule.reads().isEmpty()) {
            rule.apply(wide, state, new Step(step, rate));
        } else if (Vectors.isFinite(wide)) {
            rule.apply(wide, state, new Step(step, rate, lookout.sight(rule.reads())));
        } else {
            Arrays.fill(wide, Double.NaN); // the run has diverged
        }
        for (double[] remembered : state) {
            numeric.arithmetic().round(remembered);
        }
        numeric.arithmetic().narrow(wide, gradient);
    }

    @Override
    public double[] evaluatedAt(double[] parameters) {
        return rule instanceof EvaluatedElsewhere elsewhere ? elsewhere.evaluatedAt(parameters, state) : parameters;
    }
}
