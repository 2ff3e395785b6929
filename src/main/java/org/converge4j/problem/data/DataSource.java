package org.converge4j.problem.data;

import java.nio.file.Path;
import org.converge4j.catalog.DataSettings;

/** Where a problem's rows come from. */
public interface DataSource extends DataSettings {
    /**
     * The rows, the same at each call.
     *
     * @param base the folder that file settings are relative to
     * @throws ProblemException if the rows cannot be had as described
     */
    Data load(Path base);
}
