package org.converge4j.problem;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Resolution;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Precision;
import org.converge4j.function.Point;
import org.converge4j.function.Surface;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.problem.network.LayerFacts;
import org.converge4j.problem.network.Network;
import org.converge4j.problem.network.OwnSchedule;
import org.converge4j.problem.network.SurfaceBlueprint;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A problem ready to train: rows in memory, a network to configure, the starting point of every seed. */
public final class LoadedProblem {
    private static final int MOST_NAMES = 100;

    /** Of an experiment that gives a number of seeds. */
    private static final long FIRST_SEED = 1;

    private final Problem problem;
    private final Data data;
    private final Blueprint blueprint;
    private final ProblemFacts facts;
    private final boolean quadratic;
    private final @Nullable SeedSplits splits;
    private final Optional<Data> source;
    private @Nullable List<Direction> directions;

    private LoadedProblem(
            Problem problem, Blueprint blueprint, boolean quadratic, @Nullable SeedSplits splits, Data source) {
        this.splits = splits;
        this.problem = problem;
        this.data = blueprint.rows();
        this.blueprint = blueprint;
        this.source =
                splits == null && !quadratic && data.sharesFeatures(source) ? Optional.of(source) : Optional.empty();
        Size size = size();
        int parameters = size.parameters();
        if (!problem.start().isEmpty() && problem.start().size() != parameters) {
            throw new ProblemException("problem " + problem.name() + ": start.values: "
                    + Mismatch.of(
                            parameters + " numbers, the network's parameters in DL4J's flat order (weights, then bias)",
                            Integer.toString(problem.start().size())));
        }
        this.quadratic = quadratic;
        this.facts = facts(size);
    }

    private LoadedProblem(Problem problem, Blueprint blueprint, ProblemFacts facts) {
        this.splits = null;
        this.problem = problem;
        this.data = blueprint.rows();
        this.blueprint = blueprint;
        this.source = Optional.empty();
        this.quadratic = false;
        this.facts = facts;
    }

    /**
     * Reads or generates the rows.
     *
     * @param base the folder that file settings are relative to
     * @throws ProblemException if data or network cannot be used as described
     */
    public static LoadedProblem load(Problem problem, Catalog catalog, Path base) {
        return load(problem, catalog, base, FIRST_SEED);
    }

    /**
     * The same.
     *
     * @param seed that divides the rows, where each does, until another is asked for
     */
    public static LoadedProblem load(Problem problem, Catalog catalog, Path base, long seed) {
        if (problem.function().isPresent()) {
            Surface surface = (Surface) catalog.function(
                    problem.network().variant(), problem.network().settings());
            return new LoadedProblem(problem, new SurfaceBlueprint(surface), false, null, Data.NONE);
        }
        DataSource source = (DataSource)
                catalog.data(problem.data().variant(), problem.data().settings());
        Network network = network(problem, catalog);
        SeedSplits.Maker made = (rows, splits) -> new LoadedProblem(
                problem,
                network.blueprint(rows, base),
                network.isLeastSquares() && !rows.isClassification(),
                splits,
                rows);
        return source.divisions(base)
                .map(rows -> new SeedSplits(rows, made).at(seed))
                .orElseGet(() -> made.of(source.load(base), null));
    }

    /**
     * A problem whose {@link #source} was loaded before.
     *
     * @param source perhaps elsewhere now
     * @param facts that were found out then
     */
    public static LoadedProblem again(Problem problem, Catalog catalog, Path base, Data source, ProblemFacts facts) {
        return new LoadedProblem(problem, network(problem, catalog).blueprint(source, base), facts);
    }

    private static Network network(Problem problem, Catalog catalog) {
        return (Network)
                catalog.network(problem.network().variant(), problem.network().settings());
    }

    /**
     * The rows as they came, from which the problem can be loaded {@linkplain #again again} wherever they lie; nothing where they were
     * made into others, are others for each seed, or are needed in full precision.
     */
    public Optional<Data> source() {
        return source;
    }

    /** The same problem as a seed divides its rows; this one where they are divided once for all seeds. */
    public LoadedProblem at(long seed) {
        return splits == null ? this : splits.at(seed);
    }

    /** Whether each seed trains on rows of its own. */
    public boolean isDividedBySeed() {
        return splits != null;
    }

    /** Runs in groups that train on the same rows: all of them, or those of a seed. */
    public Collection<List<RunSpec>> onSameRows(List<RunSpec> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        run -> isDividedBySeed() ? run.seed() : 0, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private ProblemFacts facts(Size size) {
        Columns columns = data.columns();
        Optional<LeastSquares> fit = quadratic ? LeastSquares.of(data) : Optional.empty();
        return new ProblemFacts(
                data.rows(),
                data.features(),
                data.targets(),
                size.parameters(),
                data.hash(),
                quadratic ? fit.map(LeastSquares::floor) : surface().map(Surface::floor),
                data.test().map(Data::rows).orElse(0),
                columns.features().stream().limit(MOST_NAMES).toList(),
                columns.targets(),
                columns.classes(),
                LayerFacts.of(configuration(Precision.DOUBLE)),
                quadratic ? fit.flatMap(LeastSquares::curvature) : surface().flatMap(Surface::curvature),
                resolution(fit),
                fit.map(LeastSquares::rank),
                data.classRows(),
                data.test().map(Data::classRows).orElse(List.of()),
                size.products().filter(count -> count != size.parameters()));
    }

    private Optional<Resolution> resolution(Optional<LeastSquares> fit) {
        return surface()
                .map(Surface::resolution)
                .or(() -> fit.map(LeastSquares::resolution))
                .or(() -> Rounding.of(configuration(Precision.DOUBLE), data));
    }

    /** As the experiment calls it. */
    public String name() {
        return problem.name();
    }

    /** The training set. */
    public Data data() {
        return data;
    }

    /** Sizes, hash and floor. */
    public ProblemFacts facts() {
        return facts;
    }

    /** What its networks are built from. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /**
     * The learning-rate schedule that its model brings.
     *
     * @throws ProblemException if it brings none, or one that cannot be followed
     */
    public OwnSchedule schedule() {
        return blueprint
                .schedule()
                .orElseThrow(
                        () -> new ProblemException(
                                "problem " + problem.name()
                                        + ": schedule: model: expected a model whose updater has a learning-rate schedule, found none"));
    }

    /** The function, where there is one instead of data and network. */
    public Optional<Surface> surface() {
        return blueprint instanceof SurfaceBlueprint function ? Optional.of(function.surface()) : Optional.empty();
    }

    /** From where a picture of the loss surface is taken: two or more directions, or none where there is no such picture. */
    public List<Direction> directions() {
        if (directions == null) {
            directions = surface().isPresent()
                    ? List.of(
                            new Direction("x", 0, new double[] {1, 0}, 0),
                            new Direction("y", 0, new double[] {0, 1}, 0))
                    : quadratic ? PrincipalAxes.of(data) : List.of();
        }
        return directions;
    }

    /** The loss as a quadratic, where it is one, the same for all seeds and seen from some directions. */
    public Optional<Valley> valley() {
        return quadratic && !isDividedBySeed() && !directions().isEmpty()
                ? PrincipalAxes.valley(data)
                : Optional.empty();
    }

    /** A new configuration of the network. */
    public Configuration configuration(Precision precision) {
        return blueprint.configure(type(precision));
    }

    /** A new network, its parameters not yet those of a run. */
    public DifferentiableNetwork network(Precision precision) {
        return DifferentiableNetwork.of(blueprint, type(precision));
    }

    /**
     * The starting parameters of a seed in DL4J's flat order: those the experiment fixes, or those the model brings along, or
     * drawn by the model's own initialisation, or, for built-in networks, by PyTorch's default for linear layers, weights and
     * bias from U(−1/√fan-in, 1/√fan-in). A function's usual start, moved a little by the seed.
     */
    public double[] start(long seed) {
        if (!problem.start().isEmpty()) {
            return problem.start().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return blueprint.parameters().orElseGet(() -> drawn(seed));
    }

    private double[] drawn(long seed) {
        if (surface().isPresent()) {
            Point start = surface().get().start(seed);
            return new double[] {start.x(), start.y()};
        }
        return blueprint.isPlain() && configuration(Precision.DOUBLE) instanceof Configuration.Layers layers
                ? Start.uniform(layers.configuration(), facts.parameters(), seed)
                : Start.ofModel(blueprint, seed);
    }

    private Size size() {
        if (surface().isPresent()) {
            return new Size(SurfaceBlueprint.PARAMETERS, Optional.empty());
        }
        try (DifferentiableNetwork network = network(Precision.FLOAT)) {
            return new Size(
                    Math.toIntExact(network.parameters().length()),
                    blueprint.isPlain() ? Optional.empty() : Optional.of(network.products(row())));
        }
    }

    private INDArray row() {
        return Nd4j.createFromArray(Arrays.copyOf(data.x(), data.features()))
                .castTo(DataType.FLOAT)
                .reshape('c', 1, data.features());
    }

    /**
     * How large the network is.
     *
     * @param products multiplications of a forward pass of one row, where they were counted
     */
    private record Size(int parameters, Optional<Long> products) {}

    private static DataType type(Precision precision) {
        return precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
    }
}
