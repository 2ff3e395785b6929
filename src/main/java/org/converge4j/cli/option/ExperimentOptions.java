package org.converge4j.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.ConfigException;
import org.converge4j.config.ExperimentFile;
import org.converge4j.run.worker.WorkerHome;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command over an experiment file takes. */
public final class ExperimentOptions {
    @Parameters(paramLabel = "EXPERIMENT", description = "the experiment file")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "a value in place of the file's, such as updaters[0].learningRate=0.1")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Option(
            names = "--rates",
            paramLabel = "RATE",
            split = ",",
            description =
                    "learning rates that every updater is tried at beside those of the file, such as 1,3.16; what is"
                            + " then reported is of fresh seeds")
    private List<Double> rates = new ArrayList<>();

    /** The experiment as the file and the command line describe it. */
    public ExperimentFile read() {
        ExperimentFile read = ExperimentFile.read(file, jars.catalog(), overrides);
        for (Double rate : rates) {
            if (!(rate > 0 && Double.isFinite(rate))) {
                throw new ConfigException(List.of(
                        "--rates: " + Mismatch.of("finite numbers above 0", Mismatch.quoted(rate.toString())) + "."));
            }
        }
        return new ExperimentFile(read.experiment().withRates(rates), read.base());
    }

    /** What it may name. */
    public Catalog catalog() {
        return jars.catalog();
    }

    /** What workers find where they are started. */
    public WorkerHome home() {
        return jars.home();
    }
}
