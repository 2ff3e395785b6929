package org.converge4j.problem.model;

import java.util.Optional;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.InputShape;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/** A user's model as a blueprint. */
final class ModelBlueprint implements Blueprint {
    private final ModelText text;
    private final Optional<double[]> parameters;
    private final InputShape input;
    private final boolean isYesOrNo;

    /**
     * @param isYesOrNo whether it tells two classes apart by one output
     */
    ModelBlueprint(ModelText text, Optional<double[]> parameters, InputShape input, boolean isYesOrNo) {
        this.text = text;
        this.parameters = parameters;
        this.input = input;
        this.isYesOrNo = isYesOrNo;
    }

    @Override
    public Configuration configure(DataType type) {
        String json = text.forTrials(type);
        if (text.isGraph()) {
            return new Configuration.Graph(ComputationGraphConfiguration.fromJson(json));
        }
        return new Configuration.Layers(MultiLayerConfiguration.fromJson(json));
    }

    @Override
    public Optional<double[]> parameters() {
        return parameters.map(double[]::clone);
    }

    @Override
    public Data rows(Data data) {
        return isYesOrNo ? data.asOneColumn() : data;
    }

    @Override
    public InputShape input() {
        return input;
    }

    @Override
    public boolean isPlain() {
        return false;
    }
}
