package org.converge4j.problem.network;

import java.nio.file.Path;
import org.converge4j.problem.data.Data;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/** A network of dense layers that takes its size from the data and starts as PyTorch's linear layers do. */
interface BuiltIn extends Network {
    /** A new configuration whose inputs and outputs are the data's columns. */
    MultiLayerConfiguration configure(Data data, DataType type);

    @Override
    default Blueprint blueprint(Data data, Path base) {
        return new Blueprint() {
            @Override
            public Configuration configure(DataType type) {
                return new Configuration.Layers(BuiltIn.this.configure(data, type));
            }

            @Override
            public boolean isPlain() {
                return true;
            }
        };
    }
}
