package org.converge4j.problem.data;

import java.nio.file.Path;
import java.util.Optional;
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

    /**
     * The same rows, where each seed of an experiment divides them anew; nothing where one division is for all seeds.
     *
     * @throws ProblemException as {@link #load}
     */
    default Optional<Divisions> divisions(Path base) {
        return Optional.empty();
    }
}
