package org.converge4j.train.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Weights;

/**
 * An LSTM as DL4J computes it: cₜ = f cₜ₋₁ + g i, what it gives is o act(cₜ), with i an activation of what comes in and gates f, o
 * and g sigmoids; in Graves' form f and g see cₜ₋₁ and o sees cₜ. Products take all steps at once where the recurrence allows it.
 */
public final class LstmStage<A> implements Stage<A> {
    private static final int GATES = 4;

    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Sizes sizes;
    private final Activation activation;
    private final boolean isFirst;
    private final Gate<A> input;
    private final Gate<A> forget;
    private final Gate<A> output;
    private final Gate<A> modulation;
    private final List<Gate<A>> gates;
    private final Track taken;
    private final Track given;
    private final Track carried;
    private final A inputs;
    private final A outputs;
    private final A back;
    private final List<A> cells;
    private final List<A> squashed;
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
        this.sizes = sizes;
        this.activation = activation;
        this.isFirst = isFirst;
        this.input = gate(0, parameters, activation, -1, most);
        this.forget = gate(1, parameters, Activation.SIGMOID, 0, most);
        this.output = gate(2, parameters, Activation.SIGMOID, 1, most);
        this.modulation = gate(GATES - 1, parameters, Activation.SIGMOID, 2, most);
        this.gates = List.of(input, forget, output, modulation);
        this.taken = new Track(kernel, sizes.steps, sizes.inputs, most);
        this.given = new Track(kernel, sizes.steps, sizes.units, most);
        this.carried = new Track(kernel, 1, sizes.units, most);
        this.inputs = arithmetic.zeros(sizes.steps * most * sizes.inputs);
        this.outputs = arithmetic.zeros(sizes.steps * most * sizes.units);
        this.back = arithmetic.zeros(isFirst ? 0 : sizes.steps * most * sizes.inputs);
        this.cells = perStep(most);
        this.squashed = perStep(most);
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

    private Gate<A> gate(int place, Parameters parameters, Activation function, int peephole, int most) {
        int units = sizes.units;
        boolean sees = peephole >= 0 && parameters.recurrent.length() > GATES * units * units;
        return new Gate<>(
                kernel,
                part(parameters.input, place * units * sizes.inputs, units * sizes.inputs),
                part(parameters.recurrent, place * units * units, units * units),
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
        taken.lay(rows);
        given.lay(rows);
        byStep(in, inputs, sizes.inputs, rows);
        kernel.put(taken.all(), inputs, 0, sizes.steps * rows * sizes.inputs);
        gates.forEach(gate -> gate.take(taken, rows));
        for (int step = 0; step < sizes.steps; step++) {
            advance(step, rows);
        }
        return outputs;
    }

    private void advance(int step, int rows) {
        int length = rows * sizes.units;
        A before = before(step);
        if (step > 0) {
            gates.forEach(gate -> gate.recur(step, given.at(step - 1), rows));
        }
        input.activate(step, before, rows);
        forget.activate(step, before, rows);
        modulation.activate(step, before, rows);
        A cell = cells.get(step);
        arithmetic.fill(cell, 0, length, 0);
        arithmetic.addTwo(cell, length, forget.value(step), modulation.value(step), before, input.value(step));
        output.activate(step, cell, rows);
        A squash = squashed.get(step);
        arithmetic.copy(cell, 0, squash, 0, length);
        arithmetic.activate(activation, squash, length);
        arithmetic.copy(squash, 0, room, 0, length);
        arithmetic.multiply(room, output.value(step));
        kernel.put(given.at(step), room, 0, length);
        for (int row = 0; row < rows; row++) {
            arithmetic.copy(room, row * sizes.units, outputs, (row * sizes.steps + step) * sizes.units, sizes.units);
        }
    }

    private A before(int step) {
        return step == 0 ? nothing : cells.get(step - 1);
    }

    @Override
    public A backward(A deltas, int rows) {
        carried.lay(rows);
        arithmetic.fill(cellSlopes, 0, rows * sizes.units, 0);
        gates.forEach(Gate::turn);
        for (int step = sizes.steps - 1; step >= 0; step--) {
            retreat(step, deltas, rows);
        }
        gates.forEach(gate -> gate.finish(taken, given, rows));
        if (!isFirst) {
            for (int i = 0; i < gates.size(); i++) {
                gates.get(i).takeBack(Math.min(i, 1), taken, rows);
            }
            kernel.get(taken.all(), inputs, 0, sizes.steps * rows * sizes.inputs);
            byRow(inputs, back, sizes.inputs, rows);
        }
        return back;
    }

    private void retreat(int step, A deltas, int rows) {
        int length = rows * sizes.units;
        A before = before(step);
        for (int row = 0; row < rows; row++) {
            arithmetic.copy(deltas, (row * sizes.steps + step) * sizes.units, slopes, row * sizes.units, sizes.units);
        }
        if (step < sizes.steps - 1) {
            kernel.get(carried.all(), room, 0, length);
            arithmetic.addScaled(slopes, room, 1);
        }
        output.learn(step, slopes, squashed.get(step), cells.get(step), rows);
        output.addToCells(cellSlopes, rows);
        arithmetic.multiply(slopes, output.value(step));
        arithmetic.differentiate(activation, slopes, squashed.get(step), length);
        arithmetic.addScaled(cellSlopes, slopes, 1);
        forget.learn(step, cellSlopes, before, before, rows);
        modulation.learn(step, cellSlopes, input.value(step), before, rows);
        input.learn(step, cellSlopes, modulation.value(step), before, rows);
        arithmetic.multiply(cellSlopes, forget.value(step));
        forget.addToCells(cellSlopes, rows);
        modulation.addToCells(cellSlopes, rows);
        for (int i = 0; i < gates.size() && step > 0; i++) {
            gates.get(i).recurBack(step, Math.min(i, 1), carried.all(), rows);
        }
    }

    private void byStep(A from, A to, int width, int rows) {
        for (int step = 0; step < sizes.steps; step++) {
            for (int row = 0; row < rows; row++) {
                arithmetic.copy(from, (row * sizes.steps + step) * width, to, (step * rows + row) * width, width);
            }
        }
    }

    private void byRow(A from, A to, int width, int rows) {
        for (int step = 0; step < sizes.steps; step++) {
            for (int row = 0; row < rows; row++) {
                arithmetic.copy(from, (step * rows + row) * width, to, (row * sizes.steps + step) * width, width);
            }
        }
    }

    @Override
    public void close() {
        gates.forEach(Gate::close);
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
