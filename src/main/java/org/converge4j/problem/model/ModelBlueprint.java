package org.converge4j.problem.model;

import java.util.Optional;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.OwnSchedule;
import org.converge4j.problem.network.RowShape;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A user's model as a blueprint.
 *
 * @param fit how it takes the data
 */
record ModelBlueprint(ModelText text, Optional<double[]> weights, ModelFit fit) implements Blueprint {
    @Override
    public Configuration configure(DataType type) {
        return configure(text, type);
    }

    /** A configuration of some text. */
    static Configuration configure(ModelText text, DataType type) {
        String json = text.forTrials(type);
        if (text.isGraph()) {
            return new Configuration.Graph(ComputationGraphConfiguration.fromJson(json));
        }
        return new Configuration.Layers(MultiLayerConfiguration.fromJson(json));
    }

    @Override
    public Optional<double[]> parameters() {
        return weights.map(double[]::clone);
    }

    @Override
    public Data rows() {
        return fit.rows();
    }

    @Override
    public RowShape input() {
        return fit.input();
    }

    @Override
    public RowShape output() {
        return fit.output();
    }

    @Override
    public Optional<OwnSchedule> schedule() {
        return ModelSchedules.of(text);
    }

    @Override
    public boolean isPlain() {
        return false;
    }
}
