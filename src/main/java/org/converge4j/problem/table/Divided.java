package org.converge4j.problem.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Sequences;
import org.converge4j.problem.data.Table;

/**
 * The rows of a table in a training and perhaps a test part; where rows are steps, of whole sequences.
 *
 * @param training of each row of the training part its sequence, from 0; empty where rows are no steps
 * @param test the same of the test part
 */
record Divided(Table.Parts parts, int[] training, int[] test) {
    /** The rows as the settings divide them; each goes from one place to the other, so that they are never held twice. */
    static Divided of(Reading training, Optional<Reading> test, Csv settings) {
        if (test.isPresent()) {
            Divided one = whole(training);
            Divided other = whole(test.get());
            Table.Parts parts = new Table.Parts(one.parts.training(), Optional.of(other.parts.training()));
            return new Divided(parts, one.training, other.training);
        }
        int units = training.sequences()
                .map(SequenceColumn::count)
                .orElse(training.pass().rows().count());
        String name = training.files().name();
        boolean[] testing = Table.testing(units, settings.testFraction(), settings.seed(), name);
        return of(training, unit -> testing[unit]);
    }

    /** All rows for training. */
    static Divided whole(Reading reading) {
        return of(reading, unit -> false);
    }

    /** Copies of these rows, which are all for training, as a seed divides them. */
    Divided again(Csv settings, long seed, String name) {
        Table all = parts.training();
        int units = areSteps() ? Math.toIntExact(lengths().count()) : all.rows();
        boolean[] chosen = Table.testing(units, settings.testFraction(), seed, name);
        if (!areSteps()) {
            return new Divided(all.split(chosen), training, test);
        }
        boolean[] rows = new boolean[all.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = chosen[training[row]];
        }
        return new Divided(
                all.split(rows), numbered(training, unit -> !chosen[unit]), numbered(training, unit -> chosen[unit]));
    }

    private static Divided of(Reading reading, IntPredicate testing) {
        int count = reading.pass().rows().count();
        int slot = reading.sequences().map(reading.columns()::indexOf).orElse(-1);
        int[] sequences = new int[count];
        int[] row = {0};
        if (slot >= 0) {
            reading.pass().rows().each((block, offset) -> sequences[row[0]++] = (int) block[offset + slot]);
        } else {
            Arrays.setAll(sequences, i -> i);
        }
        int tests = (int) Arrays.stream(sequences).filter(testing).count();
        TableBuilder training = new TableBuilder(reading, count - tests);
        TableBuilder test = new TableBuilder(reading, tests);
        row[0] = 0;
        reading.pass()
                .rows()
                .drain((block, offset) -> (testing.test(sequences[row[0]++]) ? test : training).add(block, offset));
        Table.Parts parts =
                new Table.Parts(training.table(), tests == 0 ? Optional.empty() : Optional.of(test.table()));
        return slot < 0
                ? new Divided(parts, new int[0], new int[0])
                : new Divided(parts, numbered(sequences, testing.negate()), numbered(sequences, testing));
    }

    /** Those of a part, with numbers that leave none out, in the order of the old ones. */
    private static int[] numbered(int[] sequences, IntPredicate part) {
        int[] known = Arrays.stream(sequences).filter(part).distinct().sorted().toArray();
        return Arrays.stream(sequences)
                .filter(part)
                .map(sequence -> Arrays.binarySearch(known, sequence))
                .toArray();
    }

    /** Whether rows are steps of sequences. */
    boolean areSteps() {
        return training.length > 0;
    }

    /** How many steps each sequence of the training part has. */
    IntStream lengths() {
        return lengths(training);
    }

    /** How many steps each sequence of the test part has. */
    IntStream testLengths() {
        return lengths(test);
    }

    private static IntStream lengths(int[] sequences) {
        int[] counts = new int[Arrays.stream(sequences).max().orElse(-1) + 1];
        Arrays.stream(sequences).forEach(sequence -> counts[sequence]++);
        return Arrays.stream(counts);
    }

    /** The sequences of prepared rows. */
    Data gathered(Data steps) {
        int longest = IntStream.concat(lengths(), testLengths()).max().orElse(0);
        Data gathered = Sequences.gather(steps, training, longest)
                .tested(steps.test().map(part -> Sequences.gather(part, test, longest)));
        return steps.isScaled() ? gathered.scaled() : gathered;
    }
}
