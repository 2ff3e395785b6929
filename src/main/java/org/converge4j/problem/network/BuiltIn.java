package org.converge4j.problem.network;

import java.nio.file.Path;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Sequences;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/** A network of dense layers that takes its size from the data and starts as PyTorch's linear layers do. */
interface BuiltIn extends Network {
    /** A new configuration whose inputs and outputs are the data's columns. */
    MultiLayerConfiguration configure(Data data, DataType type);

    @Override
    default Blueprint blueprint(Data data, Path base) {
        Data rows = data.labelledByRow();
        if (data.isRagged()) {
            throw new ProblemException(data.sequences().map(Sequences::source).orElse("")
                    + ": expected sequences of one length for a network of dense layers, found shorter ones;"
                    + " a model of recurrent layers (network: { dl4j: model.json }) takes any");
        }
        return new Blueprint() {
            @Override
            public Configuration configure(DataType type) {
                return new Configuration.Layers(BuiltIn.this.configure(rows, type));
            }

            @Override
            public Data rows() {
                return rows;
            }

            @Override
            public boolean isPlain() {
                return true;
            }
        };
    }
}
