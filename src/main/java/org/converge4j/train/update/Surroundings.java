package org.converge4j.train.update;

import java.util.List;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Around;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * What is done around an updater, at work on one replica; each in the order it was given.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Surroundings<A> {
    private final Arithmetic<A> arithmetic;
    private final Lookout<A> lookout;
    private final List<One> all;
    private final double[] given;
    private final double[] room;
    private final double[] roomOfUpdate;
    private double[] before = {};

    Surroundings(Numeric<A> numeric, List<Around> around, int size, Lookout<A> lookout) {
        this.arithmetic = numeric.arithmetic();
        this.lookout = lookout;
        this.all = around.stream()
                .map(one -> new One(
                        one,
                        Memory.of(
                                one.state(), one::extent, size, lookout.scene().blocks())))
                .toList();
        this.given = new double[around.isEmpty() ? 0 : size];
        this.room = arithmetic.room(given.length);
        this.roomOfUpdate = arithmetic.room(given.length);
    }

    /** Changes the gradient before anything else is done with it. */
    void before(A gradient, int step, double rate) {
        if (all.isEmpty()) {
            return;
        }
        before = lookout.parameters().clone();
        double[] g = arithmetic.widen(gradient, room);
        all.forEach(one -> one.around.before(g, one.state, step(one, step, rate)));
        arithmetic.narrow(g, gradient);
    }

    /** Takes note of the gradient that the updater is given. */
    void give(A gradient) {
        if (all.isEmpty()) {
            return;
        }
        System.arraycopy(arithmetic.widen(gradient, room), 0, given, 0, given.length);
    }

    /** Changes the update. */
    void after(A update, int step, double rate) {
        if (all.isEmpty()) {
            return;
        }
        double[] u = arithmetic.widen(update, roomOfUpdate);
        all.forEach(one -> one.around.after(u, given, one.state, step(one, step, rate)));
        arithmetic.narrow(u, update);
    }

    /** Changes the parameters after a step. */
    void settle(A parameters, int step, double rate) {
        if (all.isEmpty()) {
            return;
        }
        double[] theta = arithmetic.widen(parameters, roomOfUpdate);
        if (!Vectors.isFinite(theta)) {
            return; // the run has diverged; what is remembered stays as it was
        }
        for (One one : all) {
            one.around.settle(theta, one.state, step(one, step, rate));
            for (double[] remembered : one.state) {
                arithmetic.round(remembered);
            }
        }
        arithmetic.narrow(theta, parameters);
    }

    /** The parameters to measure the loss at. */
    double[] evaluatedAt(double[] parameters) {
        double[] at = parameters;
        for (One one : all) {
            if (one.around instanceof EvaluatedElsewhere elsewhere) {
                at = elsewhere.evaluatedAt(at, one.state);
            }
        }
        return at;
    }

    private Step step(One one, int step, double rate) {
        return new Step(step, rate, lookout.sight(one.around.reads(), before));
    }

    private record One(Around around, double[][] state) {}
}
