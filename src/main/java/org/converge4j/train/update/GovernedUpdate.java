package org.converge4j.train.update;

import java.util.List;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.updater.Objective;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One change of a network's parameters: by the trial's updater where it governs them, and elsewhere (frozen layers, layers of
 * {@code NoOp}, running means) by what DL4J left in the gradient.
 */
public final class GovernedUpdate {
    private final INDArray parameters;
    private final INDArray gradient;
    private final List<Segment> segments;
    private final INDArray governed;
    private final INDArray governedGradient;
    private final INDArray restOfGradient;
    private final UpdatePipeline update;

    public GovernedUpdate(Replica replica, DifferentiableNetwork network, Scene scene) {
        this.parameters = network.parameters();
        this.gradient = network.gradient();
        this.segments = Segment.of(network);
        long count = segments.stream()
                .filter(Segment::governed)
                .mapToLong(s -> s.to() - s.from())
                .sum();
        boolean all = count == parameters.length();
        this.governed = all ? parameters : Nd4j.create(parameters.dataType(), Math.max(count, 1));
        this.governedGradient = all ? gradient : Nd4j.create(parameters.dataType(), Math.max(count, 1));
        this.restOfGradient = all ? gradient : gradient.dup();
        this.update = new UpdatePipeline(replica, governed, scene);
    }

    /**
     * Changes the parameters.
     *
     * @param step t = 1 for the first change
     * @param batch whose gradient the network holds
     */
    public void apply(int step, Objective batch) {
        if (governed == parameters) {
            update.apply(gradient, step, batch);
            return;
        }
        gather(parameters, governed);
        gather(gradient, governedGradient);
        restOfGradient.assign(gradient); // the objective overwrites it
        update.apply(governedGradient, step, batch);
        scatter(governed);
        for (Segment segment : segments) {
            if (!segment.governed()) {
                part(parameters, segment.from(), segment.to()).subi(part(restOfGradient, segment.from(), segment.to()));
            }
        }
    }

    /** Gives the network other governed parameters. */
    public void put(double[] values) {
        scatter(Nd4j.createFromArray(values).castTo(parameters.dataType()));
    }

    /** The network's governed parameters. */
    public double[] values() {
        return gathered(parameters);
    }

    /** The governed part of the network's gradient. */
    public double[] slopes() {
        return gathered(gradient);
    }

    /** Whether losses are measured at other parameters than steps start from. */
    public boolean isElsewhere() {
        return update.isElsewhere();
    }

    /** All parameters, the governed ones as the updater is measured at. */
    public double[] evaluatedAt() {
        INDArray own = parameters.dup();
        put(update.evaluatedAt());
        double[] at = parameters.dup().data().asDouble();
        parameters.assign(own);
        return at;
    }

    private double[] gathered(INDArray all) {
        INDArray some = Nd4j.create(all.dataType(), governed.length());
        gather(all, some);
        return some.data().asDouble();
    }

    private void scatter(INDArray values) {
        long at = 0;
        for (Segment segment : segments) {
            if (segment.governed()) {
                long length = segment.to() - segment.from();
                part(parameters, segment.from(), segment.to()).assign(part(values, at, at + length));
                at += length;
            }
        }
    }

    private void gather(INDArray all, INDArray into) {
        long at = 0;
        for (Segment segment : segments) {
            if (segment.governed()) {
                long length = segment.to() - segment.from();
                part(into, at, at + length).assign(part(all, segment.from(), segment.to()));
                at += length;
            }
        }
    }

    private static INDArray part(INDArray vector, long from, long to) {
        return vector.get(NDArrayIndex.interval(from, to));
    }
}
