package org.converge4j.train.measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.result.store.CsvText;
import org.converge4j.train.step.Batches;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes what runs of a problem start from as tables of comma-separated values, every number so that it reads back as it was:
 * {@code training.csv} and {@code test.csv}, features then targets, scaled as they are trained on, a sequence one step after the
 * other, NaN where a shorter one has no more; {@code layers.csv}, where
 * each parameter array lies in the flat vector, its shape, and whether it lies there row by row (c) or column by column (f);
 * {@code start.csv}, the flat vector of each seed; and, where steps see fewer than all rows, {@code order.csv}, the row numbers
 * of each step of each seed, counted from 0. Where each seed divides the rows anew, {@code training-1.csv} and {@code test-1.csv}
 * are those of seed 1, and so on. {@link ArrayExport} writes the same as arrays.
 */
public final class Export {
    /** Where the parameter arrays lie. */
    public static final String LAYERS = "layers.csv";

    /** Of {@link #LAYERS}. */
    public static final String LAYERS_HEADING = "layer,parameter,from,to,shape,order";

    private static final String TRAINING = "training";
    private static final String TEST = "test";
    private static final String START = "start.csv";
    private static final String ORDER = "order.csv";

    private static final Pattern ROWS = Pattern.compile("(" + TRAINING + "|" + TEST + ")(--?\\d+)?\\.csv");

    private final LoadedProblem problem;
    private final Training training;
    private final List<Long> seeds;
    private final Path folder;

    /** Whether a file of a name may be one that was written. */
    public static boolean writes(String name) {
        return List.of(LAYERS, START, ORDER, ArrayExport.FILE).contains(name)
                || ROWS.matcher(name).matches();
    }

    /**
     * @param folder is made if need be
     */
    public Export(LoadedProblem problem, Training training, List<Long> seeds, Path folder) {
        this.problem = problem;
        this.training = training;
        this.seeds = List.copyOf(seeds);
        this.folder = folder;
    }

    /** Writes every table, first the one by which an export is known; a function has neither layers nor rows. */
    public void write() throws IOException {
        boolean isFunction = problem.surface().isPresent();
        Files.createDirectories(folder);
        table(LAYERS, LAYERS_HEADING, isFunction ? Stream.empty() : layers().stream());
        start();
        if (isFunction) {
            return;
        }
        if (problem.isDividedBySeed()) {
            for (long seed : seeds) {
                rows(problem.at(seed).data(), "-" + seed + ".csv");
            }
        } else {
            rows(problem.data(), ".csv");
        }
        if (!training.isFullBatch(problem.data().rows())) {
            order();
        }
    }

    private void rows(Data data, String ending) throws IOException {
        write(TRAINING + ending, data);
        if (data.test().isPresent()) {
            write(TEST + ending, data.test().get());
        }
    }

    private void write(String name, Data data) throws IOException {
        String heading = Stream.concat(data.columns().features().stream(), targets(data))
                .map(Export::quoted)
                .collect(Collectors.joining(","));
        table(
                name,
                heading,
                IntStream.range(0, data.rows())
                        .mapToObj(row -> numbers(DoubleStream.concat(
                                part(data.x(), row, data.features()),
                                part(data.y(), row, data.y().length / data.rows())))));
    }

    /** A column for each target; where each step has its own, as many for each step. */
    private static Stream<String> targets(Data data) {
        List<String> names = data.isClassification()
                ? data.columns().classes().stream()
                        .skip(data.columns().classes().size()
                                - data.targets()) // one column is that of the second class
                        .map(level -> data.columns().targets().get(0) + "=" + level)
                        .toList()
                : data.columns().targets();
        int steps = data.y().length / data.rows() / names.size();
        return steps == 1
                ? names.stream()
                : IntStream.rangeClosed(1, steps)
                        .boxed()
                        .flatMap(step -> names.stream().map(name -> name + " " + step));
    }

    private static DoubleStream part(double[] table, int row, int columns) {
        return Arrays.stream(table, row * columns, (row + 1) * columns);
    }

    private List<String> layers() {
        List<String> lines = new ArrayList<>();
        try (DifferentiableNetwork network = problem.network(Precision.DOUBLE)) {
            long from = 0;
            int index = 0;
            for (Trainable layer : network.layers()) {
                Map<String, INDArray> parameters = layer.numParams() == 0 ? Map.of() : layer.paramTable(false);
                for (Map.Entry<String, INDArray> parameter : parameters.entrySet()) {
                    INDArray array = parameter.getValue();
                    long to = from + array.length();
                    String shape = Arrays.stream(array.shape())
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(" "));
                    lines.add(index + "," + parameter.getKey() + "," + from + "," + to + "," + shape + ","
                            + array.ordering());
                    from = to;
                }
                index++;
            }
        }
        return lines;
    }

    private void start() throws IOException {
        List<double[]> starts = seeds.stream().map(problem::start).toList();
        table(
                START,
                seeds.stream().map(seed -> "seed " + seed).collect(Collectors.joining(",")),
                IntStream.range(0, starts.get(0).length)
                        .mapToObj(i -> numbers(starts.stream().mapToDouble(start -> start[i]))));
    }

    private void order() throws IOException {
        int rows = problem.data().rows();
        table(ORDER, "seed,step,rows", seeds.stream().flatMap(seed -> {
            Batches batches = new Batches(rows, training.batchSize(rows), seed);
            return IntStream.rangeClosed(1, training.steps(rows))
                    .mapToObj(step -> seed + "," + step + ","
                            + Arrays.stream(batches.next())
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(" ")));
        }));
    }

    private void table(String name, String heading, Stream<String> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
            out.write(heading + "\n");
            for (String line : (Iterable<String>) lines::iterator) {
                out.write(line + "\n");
            }
        }
    }

    private static String numbers(DoubleStream values) {
        return values.mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    private static String quoted(String column) {
        String name = CsvText.write(column);
        return name.matches("[^,\"\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
