package org.converge4j.train.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.train.step.Batches;

/**
 * Writes the numbers of an {@link Export} once more, as arrays that {@code numpy.load('arrays.npz')} reads: {@code training_features},
 * {@code training_targets}, {@code test_features} and {@code test_targets}, with {@code _1} behind them where they are seed 1's;
 * {@code start_1}, the flat parameters of seed 1; and {@code order_1}, its row numbers, a row for each step, −1 where a batch is shorter.
 *
 * @param folder which exists
 */
public record ArrayExport(LoadedProblem problem, Training training, List<Long> seeds, Path folder) {
    static final String FILE = "arrays.npz";

    public ArrayExport {
        seeds = List.copyOf(seeds);
    }

    /** Writes them into the folder of the tables. */
    public void write() throws IOException {
        try (NumpyArchive arrays = new NumpyArchive(folder.resolve(FILE))) {
            for (long seed : seeds) {
                arrays.put("start_" + seed, problem.start(seed));
            }
            if (problem.surface().isPresent()) {
                return;
            }
            if (problem.isDividedBySeed()) {
                for (long seed : seeds) {
                    put(arrays, "_" + seed, problem.at(seed).data());
                }
            } else {
                put(arrays, "", problem.data());
            }
            int rows = problem.data().rows();
            for (long seed : training.isFullBatch(rows) ? List.<Long>of() : seeds) {
                int size = Math.min(training.batchSize(rows), rows);
                arrays.put("order_" + seed, order(seed, rows, size), training.steps(rows), size);
            }
        }
    }

    private static void put(NumpyArchive arrays, String ending, Data data) throws IOException {
        put(arrays, "training", ending, data);
        if (data.test().isPresent()) {
            put(arrays, "test", ending, data.test().get());
        }
    }

    private static void put(NumpyArchive arrays, String part, String ending, Data data) throws IOException {
        arrays.put(part + "_features" + ending, data.x(), data.rows(), data.features());
        arrays.put(part + "_targets" + ending, data.y(), data.rows(), data.y().length / data.rows());
    }

    private int[] order(long seed, int rows, int size) {
        Batches batches = new Batches(rows, size, seed);
        int[] order = new int[training.steps(rows) * size];
        Arrays.fill(order, -1);
        for (int from = 0; from < order.length; from += size) {
            int[] batch = batches.next();
            System.arraycopy(batch, 0, order, from, batch.length);
        }
        return order;
    }
}
