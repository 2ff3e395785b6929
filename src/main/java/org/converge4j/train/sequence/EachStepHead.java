package org.converge4j.train.sequence;

import org.converge4j.train.layer.Head;

/**
 * A loss of each step of a sequence.
 *
 * @param head of a step
 * @param steps of a sequence
 */
public record EachStepHead<A>(Head<A> head, int steps) implements Head<A> {
    @Override
    public double judge(A sums, A targets, A deltas, int rows) {
        return head.judge(sums, targets, deltas, rows * steps);
    }
}
