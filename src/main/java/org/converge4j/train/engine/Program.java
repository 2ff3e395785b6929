package org.converge4j.train.engine;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Tables;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Stages from features to outputs, and the loss at their end. Rows go through a block at a time, always in the same places, so that
 * numbers depend on the table alone, and memory on the block.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Program<A> implements AutoCloseable {
    private final Kernel<A> kernel;
    private final List<Stage<A>> stages;
    private final Head<A> head;
    private final int features;
    private final int targets;
    private final int most;
    private final A x;
    private final A y;
    private final A deltas;

    /**
     * @param stages at least one
     * @param most rows of a block
     */
    Program(Kernel<A> kernel, List<Stage<A>> stages, Head<A> head, int features, int most) {
        this.kernel = kernel;
        this.stages = List.copyOf(stages);
        this.head = head;
        this.features = features;
        this.targets = stages.get(stages.size() - 1).out().size();
        this.most = most;
        Arithmetic<A> arithmetic = kernel.numeric().arithmetic();
        this.x = arithmetic.zeros(most * features);
        this.y = arithmetic.zeros(most * targets);
        this.deltas = arithmetic.zeros(most * targets);
    }

    /** Numbers of a row. */
    int features() {
        return features;
    }

    /** Numbers that become of a row. */
    int outputs() {
        return targets;
    }

    /**
     * Adds the gradient of the rows' summed loss to the parameters' gradient.
     *
     * @return that loss
     */
    double differentiate(INDArray features, INDArray targets) {
        return walk(features, targets, Stage::train, (sums, from, rows) -> {
            A back = deltas;
            for (int stage = stages.size() - 1; stage >= 0; stage--) {
                back = stages.get(stage).backward(back, rows);
            }
        });
    }

    /**
     * Computes the rows' summed loss.
     *
     * @param outputs overwritten, a plain table
     */
    double see(INDArray features, INDArray targets, INDArray outputs) {
        Pointer memory = Tables.memory(kernel, outputs);
        return walk(
                features,
                targets,
                Stage::forward,
                (sums, from, rows) ->
                        kernel.put(kernel.at(memory, (long) from * this.targets), sums, 0, rows * this.targets));
    }

    private double walk(INDArray features, INDArray targets, Step<A> step, Then<A> then) {
        INDArray in = Tables.plain(features);
        INDArray wanted = Tables.plain(targets);
        Pointer inMemory = Tables.memory(kernel, in);
        Pointer wantedMemory = Tables.memory(kernel, wanted);
        int all = (int) in.size(0);
        double loss = 0;
        for (int from = 0; from < all; from += most) {
            int rows = Math.min(most, all - from);
            kernel.get(kernel.at(inMemory, (long) from * this.features), x, 0, rows * this.features);
            kernel.get(kernel.at(wantedMemory, (long) from * this.targets), y, 0, rows * this.targets);
            A through = x;
            for (Stage<A> stage : stages) {
                through = step.take(stage, through, rows);
            }
            loss += head.judge(through, y, deltas, rows);
            then.accept(through, from, rows);
        }
        return loss;
    }

    @Override
    public void close() {
        stages.forEach(Stage::close);
    }

    /** How a stage is gone through. */
    interface Step<A> {
        A take(Stage<A> stage, A in, int rows);
    }

    /** What is done with the outputs of a block. */
    private interface Then<A> {
        void accept(A outputs, int from, int rows);
    }
}
