package org.converge4j.problem.network;

import org.converge4j.function.Surface;
import org.converge4j.problem.data.Data;
import org.nd4j.linalg.api.buffer.DataType;

/** A function in a network's place. */
public record SurfaceBlueprint(Surface surface) implements Blueprint {
    /** x and y. */
    public static final int PARAMETERS = 2;

    @Override
    public Configuration configure(DataType type) {
        return new Configuration.Function(surface);
    }

    @Override
    public Data rows() {
        return Data.NONE;
    }

    @Override
    public boolean isPlain() {
        return true;
    }
}
