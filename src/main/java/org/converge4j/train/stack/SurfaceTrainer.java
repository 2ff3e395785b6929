package org.converge4j.train.stack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.converge4j.function.Point;
import org.converge4j.function.Surface;
import org.converge4j.result.Evaluations;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.update.Separable;
import org.converge4j.train.update.Updates;

/**
 * Replicas on a function of two variables: its own gradient instead of a network's, and the same updates. As in a stack, x of
 * replica r lies at r and y at replicas + r.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class SurfaceTrainer<A> implements Trainer {
    private static final int[] FLAT_ORDER = {0, 1};

    private final Arithmetic<A> arithmetic;
    private final Surface surface;
    private final int replicas;
    private final A places;
    private final A gradients;
    private final Updates<A> updates;
    private final List<SurfaceObjective> objectives;
    private int steps;

    public SurfaceTrainer(Numeric<A> numeric, Surface surface, List<Replica> replicas) {
        this.arithmetic = numeric.arithmetic();
        this.surface = surface;
        this.replicas = replicas.size();
        this.places = arithmetic.zeros(2 * this.replicas);
        this.gradients = arithmetic.zeros(2 * this.replicas);
        for (int replica = 0; replica < this.replicas; replica++) {
            double[] start = replicas.get(replica).start();
            set(places, replica, new Point(start[0], start[1]));
        }
        Scene scene = new Scene(List.of(), Optional.of(surface.floor()));
        this.updates = Updates.of(numeric, replicas, Separable.is(replicas.get(0)), places, FLAT_ORDER, scene);
        this.objectives = IntStream.range(0, this.replicas)
                .mapToObj(replica -> new SurfaceObjective(surface, () -> place(replica)))
                .toList();
    }

    @Override
    public int replicas() {
        return replicas;
    }

    @Override
    public double loss(int replica) {
        double[] at = parameters(replica);
        return surface.value(at[0], at[1]);
    }

    @Override
    public OptionalDouble lossAtStep(int replica) {
        Point at = place(replica);
        return updates.isElsewhere() ? OptionalDouble.of(surface.value(at.x(), at.y())) : OptionalDouble.empty();
    }

    @Override
    public Evaluations evaluations(int replica) {
        return objectives.get(replica).taken().plus(new Evaluations(steps, 0));
    }

    @Override
    public int failedSearches(int replica) {
        return objectives.get(replica).failedSearches();
    }

    @Override
    public void step() {
        for (int replica = 0; replica < replicas; replica++) {
            Point at = place(replica);
            set(gradients, replica, surface.gradient(at.x(), at.y()));
        }
        updates.apply(gradients, ++steps, objectives::get);
    }

    @Override
    public double[] parameters(int replica) {
        if (updates.isElsewhere()) {
            return updates.evaluatedAt(replica).clone();
        }
        Point at = place(replica);
        return new double[] {at.x(), at.y()};
    }

    @Override
    public void close() {
        // nothing outside Java's memory
    }

    private Point place(int replica) {
        return new Point(arithmetic.get(places, replica), arithmetic.get(places, replicas + replica));
    }

    private void set(A points, int replica, Point point) {
        arithmetic.set(points, replica, point.x());
        arithmetic.set(points, replicas + replica, point.y());
    }
}
