package org.converge4j.api;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Comparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UserJars;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.ConfigException;
import org.converge4j.config.ExperimentFile;
import org.converge4j.result.store.Results;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerHome;
import org.converge4j.run.worker.WorkerPool;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An experiment put together in code. Names and settings are those of experiment files; what is not said has the same
 * defaults. A builder is used once.
 */
public final class ExperimentBuilder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROWS = "data.csv";
    private static final String MODEL = "model.json";

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Map<String, Object> problem = new LinkedHashMap<>();
    private final List<Object> updaters = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Path> jars = new ArrayList<>();
    private int jobs = Runtime.getRuntime().availableProcessors();

    private ExperimentBuilder(String name) {
        root.put("name", name);
        problem.put("name", name);
    }

    /** Begins an experiment of this name. */
    public static ExperimentBuilder named(String name) {
        requireNonNull(name, "name");
        return new ExperimentBuilder(name);
    }

    /** Your own rows: one-hot labels make it a classification, others a regression. The iterator is read to its end. */
    public ExperimentBuilder data(DataSetIterator rows) {
        requireNonNull(rows, "rows");
        IteratorTable table = IteratorTable.of(rows);
        files.put(ROWS, table.text());
        return data("csv", Map.of("file", ROWS, table.role(), table.predicted()));
    }

    /** Your own rows, a share of them kept back for testing. */
    public ExperimentBuilder data(DataSetIterator rows, double testFraction) {
        requireNonNull(rows, "rows");
        Checks.expect(testFraction >= 0 && testFraction < 1, "testFraction", "at least 0 and below 1", testFraction);
        IteratorTable table = IteratorTable.of(rows);
        files.put(ROWS, table.text());
        return data("csv", Map.of("file", ROWS, table.role(), table.predicted(), "testFraction", testFraction));
    }

    /** A data source of the catalog with its settings. */
    public ExperimentBuilder data(String source, Map<String, ?> settings) {
        problem.put("data", Map.of(requireNonNull(source, "source"), checked(settings)));
        return this;
    }

    /** Your own network; its updater is replaced by each trial's. */
    public ExperimentBuilder network(MultiLayerConfiguration network) {
        return model(requireNonNull(network, "network").toJson());
    }

    /** Your own network with one input and one output; its updater is replaced by each trial's. */
    public ExperimentBuilder network(ComputationGraphConfiguration network) {
        return model(requireNonNull(network, "network").toJson());
    }

    /** A network of the catalog with its settings. */
    public ExperimentBuilder network(String network, Map<String, ?> settings) {
        problem.put("network", Map.of(requireNonNull(network, "network"), checked(settings)));
        return this;
    }

    /** One more updater of the catalog; a list of values of a setting is a grid. */
    public ExperimentBuilder updater(String updater, Map<String, ?> settings) {
        updaters.add(Map.of(requireNonNull(updater, "updater"), checked(settings)));
        return this;
    }

    /** The number of starting points, each of which every trial is run from. */
    public ExperimentBuilder seeds(int seeds) {
        Checks.expect(seeds >= 1, "seeds", "at least 1", seeds);
        return set("seeds", seeds);
    }

    /** The number of parameter changes of each run. */
    public ExperimentBuilder steps(int steps) {
        Checks.expect(steps >= 1, "steps", "at least 1", steps);
        return set("budget", Map.of("steps", steps));
    }

    /** The number of rows of each step. */
    public ExperimentBuilder batch(int rows) {
        Checks.expect(rows >= 1, "rows", "at least 1", rows);
        return set("batch", rows);
    }

    /** Any other key of an experiment file. */
    public ExperimentBuilder set(String key, Object value) {
        root.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return this;
    }

    /** The number of workers at once; one a processor unless said. */
    public ExperimentBuilder jobs(int workers) {
        Checks.expect(workers >= 1, "workers", "at least 1", workers);
        jobs = workers;
        return this;
    }

    /** A jar of classes that your network names, or of updaters of your own. */
    public ExperimentBuilder jar(Path jar) {
        jars.add(requireNonNull(jar, "jar"));
        return this;
    }

    /**
     * Trains what the folder lacks, writes the report into it, and gives the comparison.
     *
     * @param folder the results folder; your network and data are kept in {@code inputs/} below it
     * @throws org.converge4j.config.ConfigException if the experiment is wrong; nothing was written
     * @throws RefusedException if data or network cannot be used; nothing was written
     */
    public Comparison run(Path folder) throws InterruptedException {
        requireNonNull(folder, "folder");
        Checks.expect(!folder.toString().isEmpty(), "folder", "the name of a folder", "none");
        ClassLoader ours = ExperimentBuilder.class.getClassLoader();
        ClassLoader loader = jars.isEmpty() ? ours : UserJars.open(jars, ours);
        try (Inputs inputs = Inputs.of(files);
                WorkerPool workers = new WorkerPool(Execution.PATIENCE, WorkerHome.with(jars))) {
            workers.startAhead();
            Catalog catalog = Catalog.load(loader, jars);
            ExperimentFile file = read(inputs, catalog);
            ExperimentFolder experiment = new ExperimentFolder(file, new Results(folder), catalog);
            experiment.train(
                    Execution.here(jobs),
                    workers,
                    Progress.NONE,
                    notice -> {},
                    () -> inputs.keep(folder.resolve("inputs")));
            return experiment.report();
        } catch (RefusedException refused) {
            throw new RefusedException(asGiven(String.valueOf(refused.getMessage())));
        }
    }

    /** What we wrote into files of our own is called as the caller gave it. */
    private String asGiven(String message) {
        String rows = files.containsKey(ROWS) ? message.replace(ROWS, "rows") : message;
        return files.containsKey(MODEL) ? rows.replace(MODEL, "network") : rows;
    }

    /** Settings of which none is null, by name. */
    private static Map<String, ?> checked(Map<String, ?> settings) {
        requireNonNull(settings, "settings")
                .forEach((name, value) ->
                        requireNonNull(value, "settings: " + requireNonNull(name, "settings: a name")));
        return settings;
    }

    /** The folder of the inputs is ours for a while: a complaint that named it would help nobody. */
    private ExperimentFile read(Inputs inputs, Catalog catalog) {
        try {
            return ExperimentFile.read(text(), "experiment", inputs.folder(), catalog);
        } catch (ConfigException wrong) {
            String where = " in " + inputs.folder();
            throw new ConfigException(wrong.complaints().stream()
                    .map(line -> asGiven(line.replace(where, "")))
                    .toList());
        }
    }

    private ExperimentBuilder model(String json) {
        files.put(MODEL, json);
        return network("dl4j", Map.of("file", MODEL));
    }

    /** JSON is YAML: this is read as any experiment file is, mistakes included. */
    private String text() {
        root.put("problem", problem);
        root.put("updaters", updaters);
        try {
            return JSON.writeValueAsString(root);
        } catch (JacksonException other) { // what contains itself has no end
            throw new IllegalArgumentException(other.getPath().stream()
                            .map(step -> String.valueOf(step.getPropertyName()))
                            .findFirst()
                            .orElse("value")
                    + ": " + Mismatch.of("texts, numbers, truths, and lists and maps of these", "something else"));
        }
    }
}
