package org.converge4j.problem.network;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@code ComputationGraph} with one input and one output. */
final class GraphNetwork extends FlatNetwork {
    private final ComputationGraph graph;
    private final InputShape input;

    GraphNetwork(ComputationGraph graph, InputShape input) {
        super(graph, gradients(graph));
        this.graph = graph;
        this.input = input;
    }

    private static INDArray gradients(ComputationGraph graph) {
        graph.initGradientsView();
        return graph.getFlattenedGradients();
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
}
