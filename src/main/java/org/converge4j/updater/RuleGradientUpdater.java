package org.converge4j.updater;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** Applies a {@link Rule} to DL4J's flat gradient, with its state in DL4J's flat view. */
final class RuleGradientUpdater implements GradientUpdater<RuleUpdater> {
    private final RuleUpdater config;
    private final Rule rule;
    private @Nullable INDArray view;

    RuleGradientUpdater(RuleUpdater config, Rule rule, @Nullable INDArray view, boolean initialize) {
        this.config = config;
        this.rule = rule;
        this.view = view;
        if (view != null && initialize) {
            view.assign(0);
        }
    }

    @Override
    public RuleUpdater getConfig() {
        return config;
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        double[] g = gradient.dup().data().asDouble();
        double[][] state = readState(g.length);
        rule.apply(g, state, new Step(iteration + 1, config.getLearningRate(iteration, epoch)));
        gradient.assign(Nd4j.createFromArray(g).reshape(gradient.shape()));
        writeState(state);
    }

    private double[][] readState(int length) {
        if (view == null) {
            return new double[0][];
        }
        double[] all = view.dup().data().asDouble();
        double[][] state = new double[rule.state().size()][];
        Arrays.setAll(state, i -> Arrays.copyOfRange(all, i * length, (i + 1) * length));
        return state;
    }

    private void writeState(double[][] state) {
        if (view != null) {
            view.assign(Nd4j.createFromArray(
                    Arrays.stream(state).flatMapToDouble(Arrays::stream).toArray()));
        }
    }

    @Override
    public Map<String, INDArray> getState() {
        Map<String, INDArray> named = new LinkedHashMap<>();
        if (view != null) {
            long length = view.length() / rule.state().size();
            for (int i = 0; i < rule.state().size(); i++) {
                named.put(rule.state().get(i), view.get(NDArrayIndex.interval(i * length, (i + 1) * length)));
            }
        }
        return named;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
        getState().forEach((name, part) -> part.assign(state.get(name)));
    }

    @Override
    public void setStateViewArray(INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
        view = viewArray;
        if (initialize) {
            viewArray.assign(0);
        }
    }
}
