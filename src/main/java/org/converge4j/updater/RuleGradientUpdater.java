package org.converge4j.updater;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** Applies a {@link Rule} to DL4J's gradient, with its state in DL4J's arrays: slices of the network's one flat view. */
final class RuleGradientUpdater implements GradientUpdater<RuleUpdater> {
    private final RuleUpdater config;
    private final Rule rule;
    private final List<String> names;
    private Map<String, INDArray> state = Map.of();
    private double[] gradientNumbers = {};
    private double[][] stateNumbers = {};

    /**
     * @param view the slices of all state vectors one after the other; null for a rule without state
     */
    RuleGradientUpdater(RuleUpdater config, Rule rule, @Nullable INDArray view, boolean initialize) {
        this.config = config;
        this.rule = rule;
        this.names = rule.state();
        if (view != null) {
            setStateViewArray(view, view.shape(), 'c', initialize);
        }
    }

    @Override
    public RuleUpdater getConfig() {
        return config;
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        allocate(Math.toIntExact(gradient.length()));
        Numbers.read(gradient, gradientNumbers);
        for (int i = 0; i < stateNumbers.length; i++) {
            Numbers.read(part(i), stateNumbers[i]);
        }
        rule.apply(gradientNumbers, stateNumbers, new Step(iteration + 1, config.getLearningRate(iteration, epoch)));
        for (int i = 0; i < stateNumbers.length; i++) {
            Numbers.write(stateNumbers[i], part(i));
        }
        Numbers.write(gradientNumbers, gradient);
    }

    @Override
    public Map<String, INDArray> getState() {
        return Collections.unmodifiableMap(state);
    }

    /** Takes arrays as the state, one per name; fills them with zeros if told to. */
    @Override
    public void setState(Map<String, INDArray> arrays, boolean initialize) {
        if (!arrays.keySet().containsAll(names)) {
            throw new IllegalStateException("the state of " + rule + " is " + names + ", not " + arrays.keySet());
        }
        Map<String, INDArray> mine = new LinkedHashMap<>();
        names.forEach(name -> mine.put(name, arrays.get(name)));
        state = mine;
        if (initialize) {
            state.values().forEach(part -> part.assign(0));
        }
    }

    @Override
    public void setStateViewArray(INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
        INDArray flat = view.reshape(view.length());
        long size = names.isEmpty() ? 0 : flat.length() / names.size();
        Map<String, INDArray> slices = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            slices.put(names.get(i), flat.get(NDArrayIndex.interval(i * size, (i + 1) * size)));
        }
        setState(slices, initialize);
    }

    private INDArray part(int i) {
        INDArray part = state.get(names.get(i));
        if (part == null) {
            throw new IllegalStateException(rule + " was given no state");
        }
        return part;
    }

    private void allocate(int length) {
        if (gradientNumbers.length != length) {
            gradientNumbers = new double[length];
            stateNumbers = new double[names.size()][];
            Arrays.setAll(stateNumbers, i -> new double[length]);
        }
    }
}
