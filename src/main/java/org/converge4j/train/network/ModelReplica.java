package org.converge4j.train.network;

import org.converge4j.experiment.Randomness;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.update.GovernedUpdate;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One network of a user's own. A step is {@code fit}'s: DL4J's gradient with dropout, DL4J's treatment of it (gradient
 * normalisation, L1, L2), the trial's updater on the layers it governs, and the layers' constraints.
 */
final class ModelReplica implements SingleReplica {
    private final DifferentiableNetwork network;
    private final Tensors tensors;
    private final @Nullable Batches batches;
    private final GovernedUpdate update;
    private final long noise;
    private int steps;

    /**
     * @param network its parameters those the replica starts from
     * @param batches the order of the rows, or null for full batches
     */
    ModelReplica(DifferentiableNetwork network, Replica replica, Tensors tensors, @Nullable Batches batches) {
        this.network = network;
        this.tensors = tensors;
        this.batches = batches;
        this.update = new GovernedUpdate(replica, network);
        this.noise = Randomness.NOISE.stream(replica.seed()).nextLong();
    }

    @Override
    public double loss() {
        return Losses.of(network, tensors);
    }

    @Override
    public void step() {
        DataSet batch = batches == null ? tensors.all() : tensors.rows(batches.next());
        seedDropout();
        network.differentiate(batch.getFeatures(), batch.getLabels());
        network.treatGradient(batch.numExamples(), steps);
        update.apply(steps + 1);
        network.constrain(steps);
        steps++;
    }

    /** Dropout draws from a generator of the thread's: seeded for each step, it draws the same whoever trains beside. */
    private void seedDropout() {
        Nd4j.getRandom().setSeed(1 + Math.floorMod(noise + steps, Integer.MAX_VALUE - 1));
    }

    @Override
    public double[] parameters() {
        return network.parameters().dup().data().asDouble();
    }

    @Override
    public void close() {
        network.close();
    }
}
