package org.converge4j.problem.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@code ComputationGraph} with one input and one output. */
final class GraphNetwork extends FlatNetwork {
    private final ComputationGraph graph;

    GraphNetwork(ComputationGraph graph, RowShape input, RowShape output) {
        super(graph, gradients(graph), input, output);
        this.graph = graph;
    }

    private static INDArray gradients(ComputationGraph graph) {
        graph.initGradientsView();
        return graph.getFlattenedGradients();
    }

    @Override
    double differentiate(DataSet rows) {
        graph.setInputs(rows.getFeatures());
        graph.setLabels(rows.getLabels());
        if (rows.hasMaskArrays()) {
            graph.setLayerMaskArrays(one(rows.getFeaturesMaskArray()), one(rows.getLabelsMaskArray()));
        }
        graph.computeGradientAndScore();
        if (rows.hasMaskArrays()) {
            graph.clearLayerMaskArrays();
        }
        return graph.score();
    }

    @Override
    public void treatGradient(int rows, int iteration) {
        graph.getUpdater().update(graph.gradient(), iteration, 0, rows, LayerWorkspaceMgr.noWorkspaces());
    }

    @Override
    double loss(DataSet rows) {
        return graph.score(rows, false);
    }

    @Override
    public double regularisation() {
        return graph.calcRegularizationScore(true);
    }

    @Override
    INDArray output(DataSet rows) {
        return graph.output(false, new INDArray[] {rows.getFeatures()}, one(rows.getFeaturesMaskArray()))[0];
    }

    private static INDArray @Nullable [] one(@Nullable INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }

    @Override
    long productsOf(INDArray row) {
        Map<String, INDArray> through = graph.feedForward(row, false);
        Map<String, List<String>> inputs = graph.getConfiguration().getVertexInputs();
        long products = 0;
        for (GraphVertex vertex : graph.getVertices()) {
            List<String> from = inputs.getOrDefault(vertex.getVertexName(), List.of());
            INDArray out = through.get(vertex.getVertexName());
            INDArray in = from.isEmpty() ? null : through.get(from.get(0));
            products += in == null || out == null ? vertex.numParams() : Products.of(vertex, in, out);
        }
        return products;
    }

    @Override
    public List<? extends Trainable> layers() {
        return Arrays.stream(graph.topologicalSortOrder())
                .mapToObj(i -> graph.getVertices()[i])
                .toList();
    }
}
