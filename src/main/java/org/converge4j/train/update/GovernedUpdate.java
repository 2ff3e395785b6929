package org.converge4j.train.update;

import java.util.List;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.Replica;
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
    private final UpdatePipeline update;

    public GovernedUpdate(Replica replica, DifferentiableNetwork network) {
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
        this.update = new UpdatePipeline(replica, governed);
    }

    /**
     * Changes the parameters.
     *
     * @param step t = 1 for the first change
     */
    public void apply(int step) {
        if (governed == parameters) {
            update.apply(gradient, step);
            return;
        }
        gather(parameters, governed);
        gather(gradient, governedGradient);
        update.apply(governedGradient, step);
        long at = 0;
        for (Segment segment : segments) {
            INDArray part = part(parameters, segment.from(), segment.to());
            if (segment.governed()) {
                long length = segment.to() - segment.from();
                part.assign(part(governed, at, at + length));
                at += length;
            } else {
                part.subi(part(gradient, segment.from(), segment.to()));
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
