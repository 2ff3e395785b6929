package org.converge4j.train.engine;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;

/** Stages that take what any of those before gave, or several of them at once. */
final class GraphStage<A> implements Stage<A> {
    /** Where a vertex takes what the graph itself takes. */
    static final int INPUT = -1;

    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final List<Vertex<A>> vertices;
    private final List<A> values = new ArrayList<>();
    private final List<A> joined = new ArrayList<>();
    private final List<A> slopes = new ArrayList<>();
    private final A none;

    /**
     * @param vertices each behind those that it takes from; the last gives what the graph does
     * @param most rows
     */
    GraphStage(Kernel<A> kernel, List<Vertex<A>> vertices, int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.vertices = vertices;
        this.none = arithmetic.zeros(0);
        for (Vertex<A> vertex : vertices) {
            values.add(none);
            joined.add(vertex.from.size() == 1 ? none : arithmetic.zeros(most * vertex.joined()));
            slopes.add(arithmetic.zeros(most * vertex.size));
        }
    }

    @Override
    public Shape out() {
        return Shape.flat(vertices.get(vertices.size() - 1).size);
    }

    @Override
    public A forward(A in, int rows) {
        return walk(in, rows, Stage::forward);
    }

    @Override
    public A train(A in, int rows) {
        return walk(in, rows, Stage::train);
    }

    private A walk(A in, int rows, Program.Step<A> step) {
        A through = in;
        for (int i = 0; i < vertices.size(); i++) {
            Vertex<A> vertex = vertices.get(i);
            through = vertex.from.size() == 1 ? value(vertex.from.get(0), in) : join(i, in, rows);
            for (Stage<A> stage : vertex.stages) {
                through = step.take(stage, through, rows);
            }
            values.set(i, through);
        }
        return through;
    }

    private A value(int place, A in) {
        return place == INPUT ? in : values.get(place);
    }

    private A join(int place, A in, int rows) {
        Vertex<A> vertex = vertices.get(place);
        A all = joined.get(place);
        int width = vertex.joined();
        arithmetic.fill(all, 0, rows * width, 0);
        int at = 0;
        for (int i = 0; i < vertex.from.size(); i++) {
            int part = vertex.widths.get(i);
            A value = value(vertex.from.get(i), in);
            if (vertex.isSum) {
                arithmetic.addScaled(all, value, 1);
            } else {
                for (int row = 0; row < rows; row++) {
                    arithmetic.copy(value, row * part, all, row * width + at, part);
                }
                at += part;
            }
        }
        return all;
    }

    @Override
    public A backward(A deltas, int rows) {
        int last = vertices.size() - 1;
        for (int i = 0; i < last; i++) {
            arithmetic.fill(slopes.get(i), 0, rows * vertices.get(i).size, 0);
        }
        arithmetic.copy(deltas, 0, slopes.get(last), 0, rows * vertices.get(last).size);
        for (int i = last; i >= 0; i--) {
            A back = slopes.get(i);
            List<Stage<A>> stages = vertices.get(i).stages;
            for (int stage = stages.size() - 1; stage >= 0; stage--) {
                back = stages.get(stage).backward(back, rows);
            }
            share(vertices.get(i), back, rows);
        }
        return none;
    }

    private void share(Vertex<A> vertex, A back, int rows) {
        int width = vertex.joined();
        int at = 0;
        for (int i = 0; i < vertex.from.size(); i++) {
            int part = vertex.widths.get(i);
            int to = vertex.from.get(i);
            if (to != INPUT && (vertex.isSum || vertex.from.size() == 1)) {
                arithmetic.addScaled(slopes.get(to), back, 1);
            } else if (to != INPUT) {
                for (int row = 0; row < rows; row++) {
                    kernel.scatter(back, row * width + at, slopes.get(to), row * part, 1, part);
                }
            }
            at += part;
        }
    }

    @Override
    public void close() {
        vertices.stream().map(Vertex::stages).flatMap(List::stream).forEach(Stage::close);
    }

    /**
     * A part of the graph.
     *
     * @param from the vertices that it takes from, or {@link #INPUT}
     * @param widths numbers of a row of each
     * @param isSum whether several are added; otherwise they lie one behind the other
     * @param stages what becomes of it
     * @param size numbers of a row that it gives
     */
    record Vertex<A>(List<Integer> from, List<Integer> widths, boolean isSum, List<Stage<A>> stages, int size) {
        private int joined() {
            return isSum
                    ? widths.get(0)
                    : widths.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
