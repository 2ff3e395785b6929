package org.converge4j.api;

import java.util.List;
import java.util.stream.IntStream;
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
    static IteratorTable of(DataSetIterator rows) {
        StringBuilder lines = new StringBuilder();
        rows.reset();
        boolean classes = rows.hasNext() && isOneHot(rows.next().getLabels());
        rows.reset();
        int targets = 0;
        while (rows.hasNext()) {
            DataSet batch = rows.next();
            INDArray x = batch.getFeatures().reshape('c', batch.numExamples(), -1);
            INDArray y = batch.getLabels();
            targets = y.columns();
            if (lines.isEmpty()) {
                lines.append(heading(x.columns(), classes ? 0 : targets)).append('\n');
            }
            for (int row = 0; row < batch.numExamples(); row++) {
                append(lines, x.getRow(row));
                if (classes) {
                    lines.append(y.getRow(row).argMax().getInt(0));
                } else {
                    append(lines, y.getRow(row));
                    lines.setLength(lines.length() - 1);
                }
                lines.append('\n');
            }
        }
        return classes
                ? new IteratorTable(lines.toString(), "label", "class")
                : new IteratorTable(lines.toString(), "target", names("y", targets));
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

    private static void append(StringBuilder line, INDArray values) {
        for (double value : values.toDoubleVector()) {
            line.append(value).append(',');
        }
    }
}
