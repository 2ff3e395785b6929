package org.converge4j.updater;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** A {@link Rule} as DL4J's configuration of an updater. */
public final class RuleUpdater implements IUpdater {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private double learningRate;
    private @Nullable ISchedule schedule;

    RuleUpdater(Rule rule) {
        this.rule = rule;
        this.learningRate = rule.learningRate();
    }

    @Override
    public long stateSize(long parameters) {
        return parameters * rule.state().size();
    }

    @Override
    public GradientUpdater<RuleUpdater> instantiate(INDArray view, boolean initialize) {
        return new RuleGradientUpdater(this, rule, view, initialize);
    }

    @Override
    public GradientUpdater<RuleUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
        throw new UnsupportedOperationException("the state of " + rule + " is one flat view");
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return schedule == null ? learningRate : schedule.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double newLearningRate, @Nullable ISchedule newSchedule) {
        learningRate = newLearningRate;
        schedule = newSchedule;
    }

    @Override
    @SuppressWarnings({"MissingSuperCall", "AmbiguousMethodReference"
    }) // a copy of two values; nothing inherited to copy
    public IUpdater clone() {
        RuleUpdater copy = new RuleUpdater(rule);
        copy.setLrAndSchedule(learningRate, schedule == null ? null : schedule.clone());
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleUpdater that
                && rule.equals(that.rule)
                && learningRate == that.learningRate
                && Objects.equals(schedule, that.schedule);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, learningRate, schedule);
    }
}
