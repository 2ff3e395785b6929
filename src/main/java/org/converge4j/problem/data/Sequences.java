package org.converge4j.problem.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Rows that are sequences: the numbers of one step lie after those of the step before.
 *
 * @param steps of a row; those after the end of a shorter sequence hold no numbers (NaN)
 * @param isLabelledByStep whether the targets are those of each step rather than of the sequence
 * @param isRagged whether some are shorter than others
 * @param source as messages call what they come from
 * @param change where the targets first change within a sequence: {@code long.csv:3: sequence p}; nothing where they do not
 */
public record Sequences(int steps, boolean isLabelledByStep, boolean isRagged, String source, Optional<String> change) {
    /**
     * Of rows that are all of one length, with targets for the whole.
     *
     * @param source as messages call it
     */
    public static Sequences whole(int steps, String source) {
        return new Sequences(steps, false, false, source, Optional.empty());
    }

    /** The same with targets for each step, or for each sequence. */
    public Sequences labelled(boolean byStep) {
        return new Sequences(steps, byStep, isRagged, source, change);
    }

    /**
     * Makes sequences of the steps of a table.
     *
     * @param steps a row each, in their order
     * @param sequence to which each belongs, from 0
     * @param longest how many steps the longest has, other parts of the data included
     * @param source as messages call what they come from
     * @param place where a row stands, for messages
     */
    public static Data gather(Data steps, int[] sequence, int longest, String source, IntFunction<String> place) {
        int count = Arrays.stream(sequence).max().orElse(-1) + 1;
        int[] lengths = new int[count];
        double[] x = gaps(count, longest, steps.features(), source);
        double[] y = gaps(count, longest, steps.targets(), source);
        for (int row = 0; row < sequence.length; row++) {
            int at = sequence[row] * longest + lengths[sequence[row]]++;
            System.arraycopy(steps.x(), row * steps.features(), x, at * steps.features(), steps.features());
            System.arraycopy(steps.y(), row * steps.targets(), y, at * steps.targets(), steps.targets());
        }
        boolean isRagged = Arrays.stream(lengths).anyMatch(length -> length < longest);
        return new Data(count, x, y, named(steps.columns(), longest), Optional.empty())
                .in(new Sequences(longest, true, isRagged, source, change(steps, sequence, place)));
    }

    private static Optional<String> change(Data steps, int[] sequence, IntFunction<String> place) {
        int width = steps.targets();
        int[] firsts = new int[sequence.length]; // of each sequence its first row, from 1
        for (int row = 0; row < sequence.length; row++) {
            int first = firsts[sequence[row]] - 1;
            if (first < 0) {
                firsts[sequence[row]] = row + 1;
            } else if (!Arrays.equals(
                    steps.y(), row * width, (row + 1) * width, steps.y(), first * width, (first + 1) * width)) {
                return Optional.of(place.apply(row));
            }
        }
        return Optional.empty();
    }

    private static double[] gaps(int count, int longest, int width, String source) {
        long size = (long) count * longest * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new ProblemException(source + ": expected sequences that fit into memory, found " + count
                    + " of up to " + longest + " steps of " + width + " numbers");
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
        Sequences sequences = data.sequences().orElseThrow();
        String what = data.isClassification() ? "label" : "target";
        sequences.change.ifPresent(where -> {
            throw new ProblemException(
                    where + ": expected one " + what + " a sequence, for that is what the network"
                            + " predicts, found another than at its first step; a model that ends in RnnOutputLayer predicts one a step");
        });
        int targets = data.targets();
        double[] once = new double[data.rows() * targets];
        for (int row = 0; row < data.rows(); row++) {
            System.arraycopy(data.y(), row * sequences.steps * targets, once, row * targets, targets);
        }
        return once;
    }
}
