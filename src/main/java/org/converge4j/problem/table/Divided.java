package org.converge4j.problem.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Sequences;
import org.converge4j.problem.data.Table;

/**
 * The rows of a table in a training and perhaps a test part; where rows are steps, of whole sequences.
 *
 * @param training what the rows of the training part are steps of, where they are steps
 * @param test the same of the test part
 */
record Divided(Table.Parts parts, Optional<Steps> training, Optional<Steps> test) {
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
        int units = training.map(steps -> steps.names().size()).orElse(all.rows());
        boolean[] chosen = Table.testing(units, settings.testFraction(), seed, name);
        if (training.isEmpty()) {
            return new Divided(all.split(chosen), training, test);
        }
        Steps steps = training.get();
        boolean[] rows = new boolean[all.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = chosen[steps.sequences()[row]];
        }
        return new Divided(
                all.split(rows),
                Optional.of(steps.of(unit -> !chosen[unit])),
                Optional.of(steps.of(unit -> chosen[unit])));
    }

    private static Divided of(Reading reading, IntPredicate testing) {
        Optional<Steps> steps = reading.sequences().map(column -> Steps.of(reading, column));
        IntPredicate isTested = steps.<IntPredicate>map(s -> row -> testing.test(s.sequences()[row]))
                .orElse(testing);
        int count = reading.pass().rows().count();
        int tests = (int) IntStream.range(0, count).filter(isTested).count();
        TableBuilder training = new TableBuilder(reading, count - tests);
        TableBuilder test = new TableBuilder(reading, tests);
        int[] row = {0};
        reading.pass().rows().drain((block, offset) -> (isTested.test(row[0]++) ? test : training).add(block, offset));
        Table.Parts parts =
                new Table.Parts(training.table(), tests == 0 ? Optional.empty() : Optional.of(test.table()));
        return new Divided(parts, steps.map(s -> s.of(testing.negate())), steps.map(s -> s.of(testing)));
    }

    /** Whether rows are steps of sequences. */
    boolean areSteps() {
        return training.isPresent();
    }

    /** How many steps each sequence of the training part has. */
    IntStream lengths() {
        return training.map(Steps::lengths).orElse(IntStream.empty());
    }

    /** How many steps each sequence of the test part has. */
    IntStream testLengths() {
        return test.map(Steps::lengths).orElse(IntStream.empty());
    }

    /** The sequences of prepared rows. */
    Data gathered(Data rows) {
        int longest = Stream.of(lengths(), testLengths())
                .flatMapToInt(lengths -> lengths)
                .max()
                .orElse(0);
        Data gathered = training.orElseThrow()
                .gathered(rows, longest)
                .tested(rows.test().map(part -> test.orElseThrow().gathered(part, longest)));
        return rows.isScaled() ? gathered.scaled() : gathered;
    }

    /**
     * Rows that are steps of sequences.
     *
     * @param files that they come from
     * @param names of the sequences
     * @param sequences of each row the number of its sequence, an index of names
     * @param lines of each row its line in its file, from 1
     */
    record Steps(TableFiles files, List<String> names, int[] sequences, int[] lines) {
        /** Those of a reading. */
        static Steps of(Reading reading, SequenceColumn column) {
            int count = reading.pass().rows().count();
            int slot = reading.columns().indexOf(column);
            int lineSlot = reading.columns().size();
            int[] sequences = new int[count];
            int[] lines = new int[count];
            int[] row = {0};
            reading.pass().rows().each((block, offset) -> {
                sequences[row[0]] = (int) block[offset + slot];
                lines[row[0]++] = (int) block[offset + lineSlot];
            });
            return new Steps(reading.files(), column.found(), sequences, lines);
        }

        /** Those of some of the sequences, in their order. */
        Steps of(IntPredicate part) {
            int[] rows = IntStream.range(0, sequences.length)
                    .filter(row -> part.test(sequences[row]))
                    .toArray();
            return new Steps(files, names, picked(sequences, rows), picked(lines, rows));
        }

        private static int[] picked(int[] all, int[] rows) {
            return Arrays.stream(rows).map(row -> all[row]).toArray();
        }

        /** How many steps each sequence has that is there. */
        IntStream lengths() {
            int[] counts = new int[names.size()];
            Arrays.stream(sequences).forEach(sequence -> counts[sequence]++);
            return Arrays.stream(counts).filter(count -> count > 0);
        }

        /**
         * The sequences of prepared rows.
         *
         * @param longest how many steps the longest has, other parts of the data included
         */
        Data gathered(Data steps, int longest) {
            int[] known = Arrays.stream(sequences).distinct().sorted().toArray();
            int[] numbered = Arrays.stream(sequences)
                    .map(sequence -> Arrays.binarySearch(known, sequence))
                    .toArray();
            return Sequences.gather(steps, numbered, longest, files.name(), this::place);
        }

        /** {@code long.csv:3: sequence p}, {@code folder/10.csv:3}. */
        private String place(int row) {
            String sequence = names.get(sequences[row]);
            return files.isFolder()
                    ? files.name() + sequence + ":" + lines[row]
                    : files.name() + ":" + lines[row] + ": sequence " + sequence;
        }
    }
}
