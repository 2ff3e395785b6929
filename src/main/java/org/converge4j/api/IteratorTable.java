package org.converge4j.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.catalog.message.Checks;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The rows of an iterator as a comma-separated table at full precision.
 *
 * @param text features x1, x2, …, flat in DL4J's order, then the class, or targets y1, y2, …
 * @param role {@code label} for one-hot labels, otherwise {@code target}
 * @param predicted the columns of that role
 */
record IteratorTable(String text, String role, Object predicted) {
    /**
     * Reads an iterator to its end.
     *
     * @throws IllegalArgumentException if it has no rows, or they are not all finite numbers, as many in each
     */
    static IteratorTable of(DataSetIterator rows) {
        StringBuilder lines = new StringBuilder();
        rows.reset();
        boolean classes = rows.hasNext() && isOneHot(labels(rows.next()));
        rows.reset();
        int features = 0;
        int targets = 0;
        int count = 0;
        while (rows.hasNext()) {
            DataSet batch = rows.next();
            INDArray x = batch.getFeatures().reshape('c', batch.numExamples(), -1);
            INDArray y = labels(batch);
            if (lines.isEmpty()) {
                features = x.columns();
                targets = y.columns();
                lines.append(heading(features, classes ? 0 : targets)).append('\n');
            }
            Checks.expect(
                    x.columns() == features && y.columns() == targets,
                    "rows",
                    "as many numbers in each as in the first, " + features + " and " + targets,
                    x.columns() + " and " + y.columns());
            for (int row = 0; row < batch.numExamples(); row++) {
                count++;
                append(lines, x.getRow(row), count);
                if (classes) {
                    lines.append(y.getRow(row).argMax().getInt(0));
                } else {
                    append(lines, y.getRow(row), count);
                    lines.setLength(lines.length() - 1);
                }
                lines.append('\n');
            }
        }
        Checks.expect(count > 0, "rows", "at least one row", "none");
        return classes
                ? new IteratorTable(lines.toString(), "label", "class")
                : new IteratorTable(lines.toString(), "target", names("y", targets));
    }

    private static INDArray labels(DataSet batch) {
        INDArray labels = batch.getLabels();
        Checks.expect(
                batch.getFeatures() != null && labels != null && labels.rank() == 2,
                "rows",
                "features and one row of labels for each",
                labels == null ? "no labels" : "labels of shape " + Arrays.toString(labels.shape()));
        return labels;
    }

    private static boolean isOneHot(INDArray labels) {
        if (labels.columns() < 2) {
            return false;
        }
        for (int row = 0; row < labels.rows(); row++) {
            double[] values = labels.getRow(row).toDoubleVector();
            if (IntStream.range(0, values.length).anyMatch(i -> values[i] != 0 && values[i] != 1)
                    || IntStream.range(0, values.length)
                                    .filter(i -> values[i] == 1)
                                    .count()
                            != 1) {
                return false;
            }
        }
        return true;
    }

    private static String heading(int features, int targets) {
        return String.join(",", names("x", features)) + ","
                + (targets == 0 ? "class" : String.join(",", names("y", targets)));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }

    private static void append(StringBuilder line, INDArray values, int row) {
        for (double value : values.toDoubleVector()) {
            line.append(Checks.finite(value, "rows, row " + row)).append(',');
        }
    }
}
