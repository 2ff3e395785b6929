package org.converge4j.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.Problem;

/** Loads the problem of an experiment file as a worker does. */
public final class ProblemFile {
    private ProblemFile() {}

    /**
     * The problem of an experiment file.
     *
     * @param folder of the file
     * @param problem its keys
     */
    public static LoadedProblem load(Path folder, String problem) {
        try {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), """
                    name: bad
                    problem: { %s }
                    updaters: [sgd]
                    """.formatted(problem));
            Catalog catalog = Catalog.load(ProblemFile.class.getClassLoader());
            ExperimentFile read = ExperimentFile.read(file, catalog, List.of());
            Problem only = read.experiment().problems().get(0);
            return LoadedProblem.load(only, catalog, read.base());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
