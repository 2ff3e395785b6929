package org.converge4j.problem.network;

import java.nio.file.Path;
import org.converge4j.catalog.NetworkSettings;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;

/** What is fitted to the data. */
public interface Network extends NetworkSettings {
    /**
     * The network for these data.
     *
     * @param base the folder that file settings are relative to
     * @throws ProblemException if this network cannot be fitted to such data
     */
    Blueprint blueprint(Data data, Path base);

    /**
     * Whether the loss over a regression is a quadratic whose least value its floor can compute: linear with mean squared
     * error.
     */
    boolean isLeastSquares();
}
