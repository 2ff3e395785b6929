package org.converge4j.train.dense;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Hessian of a dense network's loss times a direction, exact to rounding: Pearlmutter's way, a forward and a backward pass that
 * carry the derivative of everything along the direction beside it. Parameters are in DL4J's flat order: of each layer the weights
 * unit by unit, then the biases.
 */
public final class DenseCurvature {
    private final DenseNetwork network;
    private final double[] at;
    private final double[] along;
    private final double[] product;

    /**
     * Nothing added yet.
     *
     * @param at parameters
     * @param along the direction
     */
    public DenseCurvature(DenseNetwork network, double[] at, double[] along) {
        this.network = network;
        this.at = at;
        this.along = along;
        this.product = new double[at.length];
    }

    /** The sum over the rows added. */
    public double[] product() {
        return product;
    }

    /** Adds a row. */
    public void add(double[] x, double[] y) {
        List<Dual[]> activations = new ArrayList<>();
        Dual[] inputs = new Dual[x.length];
        for (int i = 0; i < x.length; i++) {
            inputs[i] = new Dual(x[i], 0);
        }
        activations.add(inputs);
        int from = 0;
        for (Layer layer : network.layers()) {
            activations.add(outputs(layer, from, activations.get(activations.size() - 1)));
            from += layer.parameters();
        }
        Dual[] deltas = deltas(activations.get(activations.size() - 1), y);
        for (int index = network.layers().size() - 1; index >= 0; index--) {
            Layer layer = network.layers().get(index);
            from -= layer.parameters();
            deltas = back(layer, from, activations.get(index), deltas, index > 0 ? before(index) : null);
        }
    }

    private Activation before(int index) {
        return network.layers().get(index - 1).activation();
    }

    private Dual parameter(int i) {
        return new Dual(at[i], along[i]);
    }

    private Dual[] outputs(Layer layer, int from, Dual[] inputs) {
        Dual[] outputs = new Dual[layer.units()];
        for (int unit = 0; unit < layer.units(); unit++) {
            Dual sum = parameter(from + layer.inputs() * layer.units() + unit);
            for (int i = 0; i < layer.inputs(); i++) {
                sum = sum.plus(parameter(from + unit * layer.inputs() + i).times(inputs[i]));
            }
            outputs[unit] = sum;
        }
        return layer.activation() == Activation.SOFTMAX ? softmax(outputs) : activated(layer.activation(), outputs);
    }

    private static Dual[] activated(Activation activation, Dual[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i].activated(activation);
        }
        return sums;
    }

    private static Dual[] softmax(Dual[] sums) {
        double largest = Double.NEGATIVE_INFINITY;
        for (Dual sum : sums) {
            largest = Math.max(largest, sum.value());
        }
        Dual total = new Dual(0, 0);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i].plus(new Dual(-largest, 0)).exp();
            total = total.plus(sums[i]);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i].over(total);
        }
        return sums;
    }

    /** The derivative of the loss by the last layer's weighted sums. */
    private Dual[] deltas(Dual[] outputs, double[] y) {
        int units = outputs.length;
        Dual[] deltas = new Dual[units];
        boolean entropy = network.loss() == Loss.CROSS_ENTROPY;
        for (int i = 0; i < units; i++) {
            deltas[i] = outputs[i].plus(new Dual(-y[i], 0)).times(new Dual(entropy ? 1 : 2.0 / units, 0));
        }
        Activation last = network.layers().get(network.layers().size() - 1).activation();
        if (entropy) {
            return deltas;
        }
        return last == Activation.SOFTMAX ? throughSoftmax(deltas, outputs) : through(last, deltas, outputs);
    }

    private static Dual[] throughSoftmax(Dual[] deltas, Dual[] outputs) {
        Dual mean = new Dual(0, 0);
        for (int i = 0; i < deltas.length; i++) {
            mean = mean.plus(deltas[i].times(outputs[i]));
        }
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = outputs[i].times(deltas[i].plus(mean.times(new Dual(-1, 0))));
        }
        return deltas;
    }

    private static Dual[] through(Activation activation, Dual[] deltas, Dual[] outputs) {
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = deltas[i].times(outputs[i].slope(activation));
        }
        return deltas;
    }

    /** Adds a layer's share of the product, and gives the deltas of the layer before. */
    private Dual[] back(Layer layer, int from, Dual[] inputs, Dual[] deltas, @Nullable Activation activation) {
        for (int unit = 0; unit < layer.units(); unit++) {
            for (int i = 0; i < layer.inputs(); i++) {
                product[from + unit * layer.inputs() + i] +=
                        deltas[unit].times(inputs[i]).slope();
            }
            product[from + layer.inputs() * layer.units() + unit] += deltas[unit].slope();
        }
        if (activation == null) {
            return deltas;
        }
        Dual[] before = new Dual[layer.inputs()];
        for (int i = 0; i < layer.inputs(); i++) {
            Dual sum = new Dual(0, 0);
            for (int unit = 0; unit < layer.units(); unit++) {
                sum = sum.plus(parameter(from + unit * layer.inputs() + i).times(deltas[unit]));
            }
            before[i] = sum;
        }
        return through(activation, before, inputs);
    }
}
