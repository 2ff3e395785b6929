package org.converge4j.updater;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.algebra.Vectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** Applies a {@link Rule} to DL4J's gradient, with its state in DL4J's arrays: slices of the network's one flat view. */
final class RuleGradientUpdater implements GradientUpdater<RuleUpdater> {
    private final RuleUpdater config;
    private final Rule rule;
    private final List<String> names;
    private Map<String, INDArray> state = Map.of();
    private List<Block> blocks = List.of();
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
        forEachPart((numbers, part) -> Numbers.read(part, numbers));
        Sight sight = sight(gradientNumbers.length);
        if (rule.reads().isEmpty() || Vectors.isFinite(gradientNumbers)) {
            rule.apply(
                    gradientNumbers,
                    stateNumbers,
                    new Step(iteration + 1, config.getLearningRate(iteration, epoch), sight));
            forEachPart(Numbers::write);
        } else {
            Arrays.fill(gradientNumbers, Double.NaN); // the training has diverged; what is remembered stays as it was
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
            state.values().stream().filter(part -> !part.isEmpty()).forEach(part -> part.assign(0));
        }
    }

    @Override
    public void setStateViewArray(INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
        INDArray flat = view.reshape(view.length());
        int parameters = parametersOf(Math.toIntExact(flat.length()));
        List<Block> cut = config.layout().blocks(parameters);
        Map<String, INDArray> slices = new LinkedHashMap<>();
        int from = 0;
        for (String name : names) {
            int to = from + rule.extent(name).of(parameters, cut);
            slices.put(name, from == to ? Nd4j.empty(view.dataType()) : flat.get(NDArrayIndex.interval(from, to)));
            from = to;
        }
        setState(slices, initialize);
    }

    private Sight sight(int length) {
        if (rule.reads().isEmpty()) {
            return Sight.NOTHING;
        }
        Exports.refusal(rule).ifPresent(why -> {
            throw new IllegalStateException(rule + ": " + why + ".");
        });
        if (rule.reads().contains(Reads.BLOCKS) && blocks.isEmpty()) {
            throw new IllegalStateException(rule
                    + " does not know how layers are cut; Installation.install into the configuration is accepted.");
        }
        double[] parameters = rule.reads().contains(Reads.PARAMETERS) ? Shown.take(length) : null;
        return new Sight(rule.reads(), parameters, blocks, Optional.empty(), null);
    }

    /** How many parameters a state of this length belongs to: as many arrays as fill it. */
    private int parametersOf(int length) {
        int once = config.layout().blocks(1).stream().mapToInt(Block::size).sum();
        if (once == 0) {
            return length / Math.max(1, names.size());
        }
        int parameters = once;
        while (config.stateOf(parameters) < length) {
            parameters += once;
        }
        return parameters;
    }

    private void forEachPart(BiConsumer<double[], INDArray> action) {
        for (int i = 0; i < stateNumbers.length; i++) {
            if (stateNumbers[i].length > 0) {
                action.accept(stateNumbers[i], part(i));
            }
        }
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
            blocks = config.layout().blocks(length);
            stateNumbers = Extent.memory(rule, length, blocks);
        }
    }
}
