package org.converge4j.train.layer;

import java.util.Arrays;
import org.converge4j.train.dense.Arithmetic;

/**
 * Batch normalisation: each channel less its mean, over its deviation, times γ, plus β. In training mean and deviation are those of
 * the batch; elsewhere they are running ones, which DL4J keeps among the parameters: their gradient is what a step subtracts.
 */
public final class NormalisationStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Parameters parameters;
    private final Settings settings;
    private final Shape shape;
    private final A centred;
    private final A numbers;
    private final A room;
    private final double[] means;
    private final double[] deviations;
    private final double[] ones;
    private final double[] factors;
    private final double[] shifts;
    private final double[] sums;
    private final double[] slopes;

    /**
     * @param most rows, those of a batch
     */
    public NormalisationStage(Kernel<A> kernel, Parameters parameters, Settings settings, Shape shape, int most) {
        Arithmetic<A> arithmetic = kernel.numeric().arithmetic();
        this.kernel = kernel;
        this.parameters = parameters;
        this.settings = settings;
        this.shape = shape;
        this.centred = arithmetic.zeros(most * shape.size());
        this.numbers = arithmetic.zeros(most * shape.size());
        this.room = arithmetic.zeros(shape.channels());
        this.means = new double[shape.channels()];
        this.deviations = new double[shape.channels()];
        this.ones = new double[shape.channels()];
        this.factors = new double[shape.channels()];
        this.shifts = new double[shape.channels()];
        this.sums = new double[shape.channels()];
        this.slopes = new double[shape.channels()];
        Arrays.fill(ones, 1);
    }

    @Override
    public Shape out() {
        return shape;
    }

    @Override
    public A forward(A in, int rows) {
        read(parameters.mean(), means);
        read(parameters.variance(), deviations);
        for (int c = 0; c < deviations.length; c++) {
            deviations[c] = Math.sqrt(settings.variance(deviations[c]) + settings.epsilon());
        }
        centre(in, rows);
        return scale(rows);
    }

    @Override
    public A train(A in, int rows) {
        double count = (double) rows * shape.plane();
        Arrays.fill(means, 0);
        kernel.sumChannels(in, rows, shape, means);
        for (int c = 0; c < means.length; c++) {
            means[c] /= count;
        }
        centre(in, rows);
        Arrays.fill(deviations, 0);
        kernel.sumChannels(centred, centred, rows, shape, deviations);
        for (int c = 0; c < deviations.length; c++) {
            deviations[c] /= count;
        }
        follow();
        for (int c = 0; c < deviations.length; c++) {
            deviations[c] = Math.sqrt(deviations[c] + settings.epsilon());
        }
        return scale(rows);
    }

    /** Leaves in the gradient what takes the running mean and variance towards the batch's. */
    private void follow() {
        read(parameters.mean(), sums);
        read(parameters.variance(), slopes);
        for (int c = 0; c < sums.length; c++) {
            sums[c] = (1 - settings.decay()) * (sums[c] - means[c]);
            slopes[c] = settings.change(slopes[c], deviations[c]);
        }
        add(parameters.mean(), sums);
        add(parameters.variance(), slopes);
    }

    private void centre(A in, int rows) {
        for (int c = 0; c < means.length; c++) {
            shifts[c] = -means[c];
        }
        kernel.scaleChannels(in, centred, rows, shape, ones, shifts);
    }

    private A scale(int rows) {
        findFactors();
        Arrays.fill(shifts, 0);
        if (parameters.shift().length() > 0) {
            read(parameters.shift(), shifts);
        }
        kernel.scaleChannels(centred, numbers, rows, shape, factors, shifts);
        return numbers;
    }

    /** γ over the deviation. */
    private void findFactors() {
        Arrays.fill(factors, 1);
        if (parameters.factor().length() > 0) {
            read(parameters.factor(), factors);
        }
        for (int c = 0; c < factors.length; c++) {
            factors[c] /= deviations[c];
        }
    }

    @Override
    public A backward(A deltas, int rows) {
        double count = (double) rows * shape.plane();
        Arrays.fill(sums, 0);
        Arrays.fill(slopes, 0);
        kernel.sumChannels(deltas, rows, shape, sums);
        kernel.sumChannels(deltas, centred, rows, shape, slopes);
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] /= deviations[c];
        }
        if (parameters.shift().length() > 0) {
            add(parameters.shift(), sums);
            add(parameters.factor(), slopes);
        }
        findFactors();
        for (int c = 0; c < sums.length; c++) {
            sums[c] = -factors[c] * sums[c] / count;
            slopes[c] = -factors[c] * slopes[c] / count / deviations[c];
        }
        kernel.scaleChannels(deltas, numbers, rows, shape, factors, sums);
        kernel.addChannels(numbers, centred, rows, shape, slopes);
        return numbers;
    }

    private void read(Weights from, double[] to) {
        kernel.get(from.values(), room, 0, to.length);
        for (int c = 0; c < to.length; c++) {
            to[c] = kernel.numeric().arithmetic().get(room, c);
        }
    }

    private void add(Weights to, double[] change) {
        Arithmetic<A> arithmetic = kernel.numeric().arithmetic();
        kernel.get(to.gradient(), room, 0, change.length);
        for (int c = 0; c < change.length; c++) {
            arithmetic.set(room, c, arithmetic.get(room, c) + change[c]);
        }
        kernel.put(to.gradient(), room, 0, change.length);
    }

    /**
     * The parameters of each channel.
     *
     * @param factor γ; of length 0 if it is 1
     * @param shift β; of length 0 if it is 0
     * @param mean the running one
     * @param variance the running one, or the logarithm of its root
     */
    public record Parameters(Weights factor, Weights shift, Weights mean, Weights variance) {}

    /**
     * How it is computed.
     *
     * @param epsilon added to variances
     * @param decay how much of a running number a step keeps
     * @param isLogarithmic whether log₁₀ of the deviation stands for the variance
     */
    public record Settings(double epsilon, double decay, boolean isLogarithmic) {
        private double variance(double kept) {
            return isLogarithmic ? Math.pow(10, 2 * kept) : kept;
        }

        /** What is to be subtracted from the running number, of a batch's variance. */
        private double change(double kept, double variance) {
            double running = variance(kept);
            return isLogarithmic
                    ? Math.log(running / (decay * running + (1 - decay) * variance)) / (2 * Math.log(10))
                    : (1 - decay) * (running - variance);
        }
    }
}
