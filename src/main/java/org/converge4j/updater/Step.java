package org.converge4j.updater;

import java.util.List;
import org.converge4j.catalog.rule.Reads;

/**
 * Where a run is, and what a rule that has declared it may see there.
 *
 * @param number t = 1 for the first change of the parameters
 * @param learningRate η at this step, schedule included
 * @param sight what is shown
 */
public record Step(int number, double learningRate, Sight sight) {
    /** A step that shows nothing. */
    public Step(int number, double learningRate) {
        this(number, learningRate, Sight.NOTHING);
    }

    /** θ before the step, not to be changed; for a rule that reads {@link Reads#PARAMETERS}. */
    public double[] parameters() {
        return sight.declared(Reads.PARAMETERS, sight.parameters());
    }

    /** The matrices and vectors that the parameters form, in order; for a rule that reads {@link Reads#BLOCKS}. */
    public List<Block> blocks() {
        return sight.declared(Reads.BLOCKS, sight.blocks());
    }

    /** The loss of the batch at θ, decay and the like apart; for a rule that reads {@link Reads#LOSS}. */
    public double loss() {
        return sight.declared(Reads.LOSS, sight.objective()).loss();
    }

    /** The least loss that the problem allows; for a rule that reads {@link Reads#FLOOR}. */
    public double floor() {
        return sight.declared(Reads.FLOOR, sight.floor().orElse(null));
    }

    /** The loss of the batch as a function; for a rule that reads {@link Reads#OBJECTIVE}. */
    public Objective objective() {
        return sight.declared(Reads.OBJECTIVE, sight.objective());
    }
}
