package org.converge4j.problem.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows that are sequences: the numbers of one step lie after those of the step before.
 *
 * @param steps of a row; those after the end of a shorter sequence hold no numbers (NaN)
 * @param isLabelledByStep whether the targets are those of each step rather than of the sequence
 * @param isRagged whether some are shorter than others
 */
public record Sequences(int steps, boolean isLabelledByStep, boolean isRagged) {
    /** Of rows that are all of one length, with targets for the whole. */
    public static Sequences whole(int steps) {
        return new Sequences(steps, false, false);
    }

    /**
     * Makes sequences of the steps of a table.
     *
     * @param steps a row each, in their order
     * @param sequence to which each belongs, from 0
     * @param longest how many steps the longest has, other parts of the data included
     */
    public static Data gather(Data steps, int[] sequence, int longest) {
        int count = Arrays.stream(sequence).max().orElse(-1) + 1;
        int[] lengths = new int[count];
        double[] x = gaps(count, longest, steps.features());
        double[] y = gaps(count, longest, steps.targets());
        for (int row = 0; row < sequence.length; row++) {
            int at = sequence[row] * longest + lengths[sequence[row]]++;
            System.arraycopy(steps.x(), row * steps.features(), x, at * steps.features(), steps.features());
            System.arraycopy(steps.y(), row * steps.targets(), y, at * steps.targets(), steps.targets());
        }
        boolean isRagged = Arrays.stream(lengths).anyMatch(length -> length < longest);
        return new Data(count, x, y, named(steps.columns(), longest), Optional.empty())
                .in(new Sequences(longest, true, isRagged));
    }

    private static double[] gaps(int count, int longest, int width) {
        long size = (long) count * longest * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new ProblemException("expected sequences that fit into memory, found " + count + " of up to "
                    + longest + " steps of " + width + " numbers");
        }
        double[] table = new double[(int) size];
        Arrays.fill(table, Double.NaN);
        return table;
    }

    /** A column for each feature at each step: {@code heat 1, load 1, heat 2, load 2}. */
    private static Columns named(Columns ofStep, int steps) {
        List<String> names = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            for (String feature : ofStep.features()) {
                names.add(feature + " " + step);
            }
        }
        return new Columns(names, ofStep.targets(), ofStep.classes());
    }

    /**
     * The targets of each sequence, which must be the same at each of its steps.
     *
     * @param data labelled by step
     */
    static double[] once(Data data) {
        int targets = data.targets();
        double[] once = new double[data.rows() * targets];
        for (int row = 0; row < data.rows(); row++) {
            int from = row * data.sequences().orElseThrow().steps() * targets;
            for (int i = 0; i < targets; i++) {
                once[row * targets + i] = data.y()[from + i];
            }
            for (int i = from; i < data.y().length * (long) (row + 1) / data.rows(); i++) {
                if (!Double.isNaN(data.y()[i]) && data.y()[i] != once[row * targets + (i - from) % targets]) {
                    throw new ProblemException("expected one " + (data.isClassification() ? "label" : "target")
                            + " a sequence, for that is what the network predicts, found another at step "
                            + ((i - from) / targets + 1) + " of sequence " + (row + 1)
                            + "; a model that ends in RnnOutputLayer predicts one a step");
                }
            }
        }
        return once;
    }
}
