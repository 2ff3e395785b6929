package org.converge4j.updater.dl4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.converge4j.updater.Step;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batch of a step as DL4J's algorithms want it: a layer of one array of parameters, which answers what they ask. Its first
 * evaluation is the gradient that the step begins with; the others are asked of the objective, which counts them.
 */
final class BatchModel implements InvocationHandler {
    /** By which the algorithms find the one array. */
    private static final String NAME = "all";

    private final Step step;
    private final NeuralNetConfiguration configuration = new NeuralNetConfiguration();
    private final DefaultGradient gradient;
    private final INDArray slopes;
    private double[] at;
    private double score;
    private boolean begun;

    /**
     * @param first the gradient that the step begins with
     * @param tries of a search along a line, at most
     */
    BatchModel(double[] first, Step step, int tries) {
        this.step = step;
        this.at = step.parameters();
        this.slopes = Nd4j.createFromArray(first);
        this.gradient = new DefaultGradient(slopes);
        gradient.setGradientFor(NAME, slopes);
        configuration.addVariable(NAME);
        configuration.setMaxNumLineSearchIterations(tries);
    }

    /** As DL4J calls it. */
    Layer asLayer() {
        return (Layer) Proxy.newProxyInstance(Layer.class.getClassLoader(), new Class<?>[] {Layer.class}, this);
    }

    NeuralNetConfiguration configuration() {
        return configuration;
    }

    /** Where the algorithm left the parameters. */
    double[] at() {
        return at;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "conf" -> configuration;
            case "params" -> Nd4j.createFromArray(at);
            case "setParams" -> set(arguments);
            case "computeGradientAndScore" -> evaluate();
            case "score" -> score;
            case "gradientAndScore" -> new Pair<>(gradient, score);
            case "batchSize" -> 1;
            case "applyConstraints" -> null; // whoever trains applies them
            default -> throw new UnsupportedOperationException("DL4J asked for " + method);
        };
    }

    private @Nullable Object set(Object @Nullable [] arguments) {
        at = arguments == null ? at : ((INDArray) arguments[0]).dup().toDoubleVector();
        return null;
    }

    private @Nullable Object evaluate() {
        if (begun) {
            double[] found = new double[at.length];
            score = step.objective().gradient(at, found);
            slopes.assign(Nd4j.createFromArray(found));
        } else {
            score = step.objective().loss();
            begun = true;
        }
        return null;
    }
}
