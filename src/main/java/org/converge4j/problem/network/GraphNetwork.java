package org.converge4j.problem.network;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@code ComputationGraph} with one input and one output. */
final class GraphNetwork implements DifferentiableNetwork {
    private final ComputationGraph graph;
    private final InputShape input;
    private final INDArray parameters;
    private final INDArray gradient;

    GraphNetwork(ComputationGraph graph, InputShape input) {
        this.graph = graph;
        this.input = input;
        graph.initGradientsView();
        this.parameters = graph.params().reshape(graph.numParams()); // a view
        this.gradient = graph.getFlattenedGradients().reshape(graph.numParams());
    }

    @Override
    public INDArray parameters() {
        return parameters;
    }

    @Override
    public INDArray gradient() {
        return gradient;
    }

    @Override
    public double differentiate(INDArray x, INDArray y) {
        graph.setInputs(input.fold(x));
        graph.setLabels(y);
        graph.computeGradientAndScore();
        return graph.score();
    }

    @Override
    public void treatGradient(int rows, int iteration) {
        graph.getUpdater().update(graph.gradient(), iteration, 0, rows, LayerWorkspaceMgr.noWorkspaces());
    }

    @Override
    public void constrain(int iteration) {
        graph.applyConstraints(iteration, 0);
    }

    @Override
    public double loss(INDArray x, INDArray y) {
        return graph.score(new DataSet(input.fold(x), y), false);
    }

    @Override
    public double regularisation() {
        return graph.calcRegularizationScore(true);
    }

    @Override
    public INDArray output(INDArray x) {
        return graph.output(input.fold(x))[0];
    }

    @Override
    public List<? extends Trainable> layers() {
        return Arrays.stream(graph.topologicalSortOrder())
                .mapToObj(i -> graph.getVertices()[i])
                .toList();
    }

    @Override
    public void close() {
        DifferentiableNetwork.free(graph.params(), graph.getFlattenedGradients());
    }
}
