package org.converge4j.train.network;

import java.util.OptionalDouble;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Randomness;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.result.Evaluations;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.update.GovernedUpdate;
import org.converge4j.train.update.Scenes;
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
    private final NetworkObjective objective;
    private final long noise;
    private int steps;

    /**
     * @param network its parameters those the replica starts from
     * @param batches the order of the rows, or null for full batches
     */
    ModelReplica(
            DifferentiableNetwork network,
            Replica replica,
            Tensors tensors,
            @Nullable Batches batches,
            ProblemFacts facts) {
        this.network = network;
        this.tensors = tensors;
        this.batches = batches;
        this.update = new GovernedUpdate(replica, network, Scenes.of(network, facts, replica));
        this.objective = new WithDropout();
        this.noise = Randomness.NOISE.stream(replica.seed()).nextLong();
    }

    @Override
    public double loss() {
        return update.isElsewhere() ? OtherParameters.loss(network, update.evaluatedAt(), this::atStep) : atStep();
    }

    @Override
    public OptionalDouble lossAtStep() {
        return update.isElsewhere() ? OptionalDouble.of(atStep()) : OptionalDouble.empty();
    }

    private double atStep() {
        return Losses.of(network, tensors);
    }

    @Override
    public void step() {
        DataSet batch = batches == null ? tensors.all() : tensors.rows(batches.next());
        update.apply(steps + 1, objective.turn(batch, differentiate(batch)));
        network.constrain(steps);
        steps++;
    }

    /** Leaves the gradient of a batch, treated as the layers ask, in the network. */
    private double differentiate(DataSet batch) {
        seedDropout();
        double score = network.differentiate(batch.getFeatures(), batch.getLabels());
        network.treatGradient(batch.numExamples(), steps);
        return score;
    }

    /** Dropout draws from a generator of the thread's: seeded for each step, it draws the same whoever trains beside. */
    private void seedDropout() {
        Nd4j.getRandom().setSeed(1 + Math.floorMod(noise + steps, Integer.MAX_VALUE - 1));
    }

    @Override
    public double[] parameters() {
        return update.isElsewhere()
                ? update.evaluatedAt()
                : network.parameters().dup().data().asDouble();
    }

    @Override
    public Evaluations evaluations() {
        return objective.taken().plus(new Evaluations(steps, 0));
    }

    @Override
    public int failedSearches() {
        return objective.failedSearches();
    }

    @Override
    public void close() {
        network.close();
    }

    /** The network with a step's dropout; of the parameters that the trial's updater governs. */
    private final class WithDropout extends NetworkObjective {
        WithDropout() {
            super(network);
        }

        @Override
        double[] parameters() {
            return update.values();
        }

        @Override
        void put(double[] parameters) {
            update.put(parameters);
        }

        @Override
        double differentiate(DataSet rows, double @Nullable [] gradient) {
            double loss = ModelReplica.this.differentiate(rows);
            if (gradient != null) {
                System.arraycopy(update.slopes(), 0, gradient, 0, gradient.length);
            }
            return loss;
        }
    }
}
