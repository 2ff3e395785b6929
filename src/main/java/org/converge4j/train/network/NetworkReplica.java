package org.converge4j.train.network;

import java.util.OptionalDouble;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.result.Evaluations;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.update.Scenes;
import org.converge4j.train.update.UpdatePipeline;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * One plain DL4J network. A step is DL4J's gradient and DL4J's updater over the flat parameter vector, which is what
 * {@code fit} does for a network without regularisation, bit for bit, without its bookkeeping.
 */
final class NetworkReplica implements SingleReplica {
    private final DifferentiableNetwork network;
    private final Tensors tensors;
    private final @Nullable Batches batches;
    private final UpdatePipeline update;
    private final NetworkObjective objective;
    private int steps;
    private boolean fresh;
    private double score;

    /**
     * @param network its parameters those the replica starts from
     * @param batches the order of the rows, or null for full batches
     */
    NetworkReplica(
            DifferentiableNetwork network,
            Replica replica,
            Tensors tensors,
            @Nullable Batches batches,
            ProblemFacts facts) {
        this.network = network;
        this.tensors = tensors;
        this.batches = batches;
        this.update = new UpdatePipeline(replica, network.parameters(), Scenes.of(network, facts, replica));
        this.objective = new Plain();
    }

    @Override
    public double loss() {
        return update.isElsewhere()
                ? OtherParameters.loss(network, update.evaluatedAt(), () -> Losses.of(network, tensors))
                : atStep();
    }

    @Override
    public OptionalDouble lossAtStep() {
        return update.isElsewhere() ? OptionalDouble.of(atStep()) : OptionalDouble.empty();
    }

    /** DL4J's score at the present parameters; for full batches its gradient is kept for the next step. */
    private double atStep() {
        if (batches != null) {
            return Losses.of(network, tensors);
        }
        if (!fresh) {
            differentiate(tensors.all());
            fresh = true;
        }
        return score;
    }

    @Override
    public void step() {
        DataSet batch = batches == null ? tensors.all() : tensors.rows(batches.next());
        if (!fresh) {
            differentiate(batch);
        }
        update.apply(network.gradient(), batch.numExamples(), ++steps, objective.turn(batch, score));
        fresh = false;
    }

    @Override
    public double[] parameters() {
        return update.isElsewhere()
                ? update.evaluatedAt().clone()
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

    private void differentiate(DataSet rows) {
        score = network.differentiate(rows.getFeatures(), rows.getLabels());
    }

    /** The network with all of its parameters. */
    private final class Plain extends NetworkObjective {
        Plain() {
            super(network);
        }

        @Override
        double[] parameters() {
            return network.parameters().dup().data().asDouble();
        }

        @Override
        void put(double[] parameters) {
            network.set(parameters);
        }

        @Override
        double differentiate(DataSet rows, double @Nullable [] gradient) {
            double mean = network.differentiate(rows.getFeatures(), rows.getLabels());
            if (gradient != null) {
                INDArray sum = network.gradient();
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = sum.getDouble(i) / rows.numExamples();
                }
            }
            return mean;
        }
    }
}
