package org.converge4j.train;

import java.util.List;
import org.converge4j.experiment.Training;
import org.converge4j.problem.Data;
import org.converge4j.problem.LoadedProblem;

/** The reference: one DL4J network per replica, stepped by DL4J's own forward pass, backward pass and updater. */
final class NetworkTrainer implements Trainer {
    private final List<NetworkReplica> networks;

    NetworkTrainer(LoadedProblem problem, Training training, List<Replica> replicas) {
        Data data = problem.data();
        boolean full = training.batchSize(data.rows()) == data.rows();
        Tensors tensors = new Tensors(data, training.precision());
        this.networks = replicas.stream()
                .map(replica -> new NetworkReplica(
                        problem.configuration(training.precision()),
                        replica,
                        tensors,
                        full ? null : new Batches(data.rows(), training.batchSize(data.rows()), replica.seed())))
                .toList();
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
        networks.forEach(NetworkReplica::step);
    }

    @Override
    public double[] parameters(int replica) {
        return networks.get(replica).parameters();
    }

    @Override
    public void close() {
        networks.forEach(NetworkReplica::close);
    }
}
