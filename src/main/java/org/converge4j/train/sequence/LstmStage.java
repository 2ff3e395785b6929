package org.converge4j.train.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Weights;

/**
 * An LSTM as DL4J computes it: cₜ = f cₜ₋₁ + g i, what it gives is o act(cₜ), with i an activation of what comes in and gates f, o
 * and g sigmoids; in Graves' form f and g see cₜ₋₁ and o sees cₜ. A product takes the four quarters at once. Their tables, and those of what the layer gives,
 * hold the rows of a unit side by side, while those of what it takes hold the numbers of a row.
 */
public final class LstmStage<A> implements Stage<A> {
    private static final int GATES = 4;

    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Parameters parameters;
    private final Sizes sizes;
    private final Activation activation;
    private final boolean isFirst;
    private final Gate<A> input;
    private final Gate<A> forget;
    private final Gate<A> output;
    private final Gate<A> modulation;
    private final List<Gate<A>> gates;
    private final Track sums;
    private final Track taken;
    private final Track given;
    private final Track carried;
    private final A inputs;
    private final A outputs;
    private final A back;
    private final List<A> cells;
    private final List<A> squashed;
    private final A quarters;
    private final A nothing;
    private final A slopes;
    private final A cellSlopes;
    private final A room;

    /**
     * @param activation of input and cells
     * @param isFirst whether nobody wants the derivatives by what it takes
     * @param most rows
     */
    public LstmStage(
            Kernel<A> kernel, Parameters parameters, Sizes sizes, Activation activation, boolean isFirst, int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.parameters = parameters;
        this.sizes = sizes;
        this.activation = activation;
        this.isFirst = isFirst;
        this.input = gate(0, activation, -1, most);
        this.forget = gate(1, Activation.SIGMOID, 0, most);
        this.output = gate(2, Activation.SIGMOID, 1, most);
        this.modulation = gate(GATES - 1, Activation.SIGMOID, 2, most);
        this.gates = List.of(input, forget, output, modulation);
        this.sums = new Track(kernel, sizes.steps, GATES * sizes.units, most);
        this.taken = new Track(kernel, sizes.steps, sizes.inputs, most);
        this.given = new Track(kernel, sizes.steps, sizes.units, most);
        this.carried = new Track(kernel, 1, sizes.units, most);
        this.inputs = arithmetic.zeros(sizes.steps * most * sizes.inputs);
        this.outputs = arithmetic.zeros(sizes.steps * most * sizes.units);
        this.back = arithmetic.zeros(isFirst ? 0 : sizes.steps * most * sizes.inputs);
        this.cells = perStep(most);
        this.squashed = perStep(most);
        this.quarters = arithmetic.zeros(most * GATES * sizes.units);
        this.nothing = arithmetic.zeros(most * sizes.units);
        this.slopes = arithmetic.zeros(most * sizes.units);
        this.cellSlopes = arithmetic.zeros(most * sizes.units);
        this.room = arithmetic.zeros(most * sizes.units);
    }

    private List<A> perStep(int most) {
        return IntStream.range(0, sizes.steps)
                .mapToObj(step -> arithmetic.zeros(most * sizes.units))
                .toList();
    }

    private Gate<A> gate(int place, Activation function, int peephole, int most) {
        int units = sizes.units;
        boolean sees = peephole >= 0 && parameters.recurrent.length() > GATES * units * units;
        return new Gate<>(
                kernel,
                place,
                part(parameters.biases, place * units, units),
                function,
                sees
                        ? Optional.of(new Peephole<>(
                                kernel, part(parameters.recurrent, (GATES * units + peephole) * units, units), most))
                        : Optional.empty(),
                sizes.steps,
                most);
    }

    private Weights part(Weights all, int from, int length) {
        return new Weights(kernel.at(all.values(), from), kernel.at(all.gradient(), from), length);
    }

    @Override
    public Shape out() {
        return new Shape(sizes.units, 1, sizes.steps);
    }

    @Override
    public A forward(A in, int rows) {
        sums.lay(rows);
        taken.lay(rows);
        given.lay(rows);
        byStep(in, inputs, rows);
        kernel.put(taken.all(), inputs, 0, sizes.steps * rows * sizes.inputs);
        gates.forEach(gate -> gate.read(rows));
        for (int step = 0; step < sizes.steps; step++) {
            advance(step, rows);
        }
        return outputs;
    }

    private void advance(int step, int rows) {
        int length = rows * sizes.units;
        A before = before(step);
        sum(step, rows);
        input.activate(step, quarters, before, rows);
        forget.activate(step, quarters, before, rows);
        modulation.activate(step, quarters, before, rows);
        A cell = cells.get(step);
        arithmetic.fill(cell, 0, length, 0);
        arithmetic.addTwo(cell, length, forget.value(step), modulation.value(step), before, input.value(step));
        output.activate(step, quarters, cell, rows);
        A squash = squashed.get(step);
        arithmetic.copy(cell, 0, squash, 0, length);
        arithmetic.activate(activation, squash, length);
        arithmetic.copy(squash, 0, room, 0, length);
        arithmetic.multiply(room, output.value(step));
        kernel.put(given.at(step), room, 0, length);
        for (int row = 0; row < rows; row++) {
            kernel.gather(room, row, rows, outputs, (row * sizes.steps + step) * sizes.units, sizes.units);
        }
    }

    /** Sums up what a step takes, and what the layer gave before. */
    private void sum(int step, int rows) {
        int all = GATES * sizes.units;
        Pointer to = sums.at(step);
        kernel.multiply(parameters.input.values(), false, taken.at(step), true, all, rows, sizes.inputs, 0, to);
        if (step > 0) {
            Pointer from = given.at(step - 1);
            kernel.multiply(parameters.recurrent.values(), false, from, false, all, rows, sizes.units, 1, to);
        }
        kernel.get(to, quarters, 0, all * rows);
    }

    private A before(int step) {
        return step == 0 ? nothing : cells.get(step - 1);
    }

    @Override
    public A backward(A deltas, int rows) {
        carried.lay(rows);
        arithmetic.fill(cellSlopes, 0, rows * sizes.units, 0);
        gates.forEach(gate -> gate.turn(rows));
        for (int step = sizes.steps - 1; step >= 0; step--) {
            retreat(step, deltas, rows);
            learn(step, rows);
        }
        gates.forEach(gate -> gate.finish(rows));
        if (!isFirst) {
            kernel.get(taken.all(), inputs, 0, sizes.steps * rows * sizes.inputs);
            byRow(inputs, back, rows);
        }
        return back;
    }

    private void retreat(int step, A deltas, int rows) {
        int length = rows * sizes.units;
        A before = before(step);
        for (int unit = 0; unit < sizes.units; unit++) {
            kernel.gather(deltas, step * sizes.units + unit, sizes.steps * sizes.units, slopes, unit * rows, rows);
        }
        if (step < sizes.steps - 1) {
            kernel.get(carried.all(), room, 0, length);
            arithmetic.addScaled(slopes, room, 1);
        }
        output.learn(step, slopes, squashed.get(step), cells.get(step), quarters, rows);
        output.addToCells(cellSlopes, rows);
        arithmetic.multiply(slopes, output.value(step));
        arithmetic.differentiate(activation, slopes, squashed.get(step), length);
        arithmetic.addScaled(cellSlopes, slopes, 1);
        forget.learn(step, cellSlopes, before, before, quarters, rows);
        modulation.learn(step, cellSlopes, input.value(step), before, quarters, rows);
        input.learn(step, cellSlopes, modulation.value(step), before, quarters, rows);
        arithmetic.multiply(cellSlopes, forget.value(step));
        forget.addToCells(cellSlopes, rows);
        modulation.addToCells(cellSlopes, rows);
    }

    /** Adds to the gradient what a step's deltas make, and leaves the derivatives by what it took where that was. */
    private void learn(int step, int rows) {
        int all = GATES * sizes.units;
        Pointer deltas = sums.at(step);
        Pointer took = taken.at(step);
        kernel.put(deltas, quarters, 0, all * rows);
        kernel.multiply(deltas, false, took, false, all, sizes.inputs, rows, 1, parameters.input.gradient());
        if (step > 0) {
            Pointer from = given.at(step - 1);
            kernel.multiply(deltas, false, from, true, all, sizes.units, rows, 1, parameters.recurrent.gradient());
            kernel.multiply(
                    parameters.recurrent.values(), true, deltas, false, sizes.units, rows, all, 0, carried.all());
        }
        if (!isFirst) {
            kernel.multiply(deltas, true, parameters.input.values(), false, rows, sizes.inputs, all, 0, took);
        }
    }

    private void byStep(A from, A to, int rows) {
        int width = sizes.inputs;
        for (int step = 0; step < sizes.steps; step++) {
            for (int row = 0; row < rows; row++) {
                arithmetic.copy(from, (row * sizes.steps + step) * width, to, (step * rows + row) * width, width);
            }
        }
    }

    private void byRow(A from, A to, int rows) {
        int width = sizes.inputs;
        for (int step = 0; step < sizes.steps; step++) {
            for (int row = 0; row < rows; row++) {
                arithmetic.copy(from, (step * rows + row) * width, to, (row * sizes.steps + step) * width, width);
            }
        }
    }

    @Override
    public void close() {
        sums.close();
        taken.close();
        given.close();
        carried.close();
    }

    /**
     * An LSTM's arrays as DL4J keeps them: those of a unit side by side, units of the input first, then of the gates forget, output
     * and input.
     *
     * @param recurrent with three more a unit, {@link Peephole peepholes}, in Graves' form
     */
    public record Parameters(Weights input, Weights recurrent, Weights biases) {}

    /**
     * How large it is.
     *
     * @param inputs numbers of a step
     * @param units numbers that it gives for a step
     * @param steps of a sequence
     */
    public record Sizes(int inputs, int units, int steps) {}
}
