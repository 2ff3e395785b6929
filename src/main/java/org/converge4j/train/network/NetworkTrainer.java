package org.converge4j.train.network;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.result.Evaluations;
import org.converge4j.train.engine.Engine;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;

/**
 * One network per replica: the reference, stepped by DL4J's own forward pass, backward pass and updater; or, where a network is large,
 * with passes by the layer engine.
 */
public final class NetworkTrainer implements Trainer {
    private final List<SingleReplica> networks;
    private final String name;

    public NetworkTrainer(LoadedProblem problem, Training training, List<Replica> replicas) {
        this(problem, training, replicas, () -> Engine.network(problem, training));
    }

    /**
     * @param networks gives a new one for each replica
     */
    public NetworkTrainer(
            LoadedProblem problem,
            Training training,
            List<Replica> replicas,
            Supplier<DifferentiableNetwork> networks) {
        Data data = problem.data();
        this.name = getClass().getSimpleName() + Engine.said(problem, training);
        boolean full = training.isFullBatch(data.rows());
        Tensors tensors = new Tensors(data, training.precision());
        this.networks = replicas.stream()
                .map(replica -> {
                    DifferentiableNetwork network = networks.get();
                    network.set(replica.start());
                    Batches batches =
                            full ? null : new Batches(data.rows(), training.batchSize(data.rows()), replica.seed());
                    return problem.blueprint().isPlain()
                            ? new NetworkReplica(network, replica, tensors, batches, problem.facts())
                            : new ModelReplica(network, replica, tensors, batches, problem.facts());
                })
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int replicas() {
        return networks.size();
    }

    @Override
    public double loss(int replica) {
        return networks.get(replica).loss();
    }

    @Override
    public void step() {
        networks.forEach(SingleReplica::step);
    }

    @Override
    public OptionalDouble lossAtStep(int replica) {
        return networks.get(replica).lossAtStep();
    }

    @Override
    public Evaluations evaluations(int replica) {
        return networks.get(replica).evaluations();
    }

    @Override
    public int failedSearches(int replica) {
        return networks.get(replica).failedSearches();
    }

    @Override
    public double[] parameters(int replica) {
        return networks.get(replica).parameters();
    }

    @Override
    public void close() {
        networks.forEach(SingleReplica::close);
    }
}
