package org.converge4j.cli.option;

import java.nio.file.Path;
import org.converge4j.config.ExperimentFile;
import org.converge4j.result.store.Results;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folder the results of an experiment are in. */
public final class ResultsOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "the results folder; results/<name> unless given")
    private @Nullable Path out;

    /** The results of an experiment. */
    public Results of(ExperimentFile file) {
        return new Results(out == null ? Path.of("results", file.experiment().name()) : out);
    }
}
