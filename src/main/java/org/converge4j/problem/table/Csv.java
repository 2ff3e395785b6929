package org.converge4j.problem.table;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;
import org.converge4j.problem.data.Divisions;
import org.converge4j.problem.data.Missing;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Split;
import org.converge4j.problem.data.Standardise;
import org.converge4j.table.Hints;
import org.converge4j.table.Mark;

/**
 * A text table: the target columns are predicted as numbers, or the label column as a class; the other columns are features.
 * Columns go by their names; {@code last} is the last; where there is no heading line they are x1, x2, …, or 1, 2, ….
 *
 * @param file the table; how it is written is found by looking, and said
 * @param target the columns to predict as numbers
 * @param label the column to predict as a class
 * @param ignore columns to leave out, such as a name; {@code *} stands for any letters
 * @param categorical features that become one indicator column a level; {@code auto} for all features of text
 * @param missing what becomes of missing values
 * @param standardise which columns to shift and scale
 * @param testFraction of the rows, kept back for testing
 * @param testFile rows for testing, in a table of the same columns
 * @param seed decides which rows are kept back
 * @param split for all seeds of the experiment alike, or each anew
 * @param separator between cells
 * @param quote around cells
 * @param decimal before fractions
 * @param thousands between groups of digits
 * @param encoding of the bytes
 * @param heading whether the first row names the columns
 * @param comment what lines that are no rows begin with
 * @param missingWords cells that hold nothing, in capitals or not
 * @param steps of the sequence that a row is, whose features follow each other
 * @param sequence the column that says to which sequence a row belongs, where rows are steps
 */
@About(
        value = "A text table: CSV and its relatives, ARFF; gzipped or not",
        family = Family.BUILT_IN,
        source = "RFC 4180",
        either = {"target", "label"})
public record Csv(
        @Setting(value = "the table, relative to the experiment file", required = true)
        SourceFile file,

        @Setting("the columns to predict as numbers, for a regression")
        List<String> target,

        @Setting("the column to predict as a class, text or number, for a classification")
        String label,

        @Setting("columns to leave out, by name or pattern: *_date")
        List<String> ignore,

        @Setting("features that become one indicator column a level; auto: all that hold text")
        List<String> categorical,

        @Setting("what becomes of rows with missing values") Missing missing,

        @Setting("which columns are given mean 0 and standard deviation 1 (n − 1), by the training part")
        Standardise standardise,

        @Setting(value = "share of the rows kept back for testing", atLeast = 0, below = 1)
        double testFraction,

        @Setting("rows for testing, in a table with the same columns")
        SourceFile testFile,

        @Setting("decides which rows are kept back") long seed,

        @Setting(value = "one division for all seeds of the experiment, or each seed draws its own", later = true)
        Split split,

        @Setting(value = "between cells: a character, or comma, semicolon, tab, bar, blank", found = true)
        String separator,

        @Setting(value = "around cells that hold a separator", found = true)
        String quote,

        @Setting(value = "before fractions: . or ,", found = true)
        String decimal,

        @Setting(value = "between groups of digits, such as ,", found = true)
        String thousands,

        @Setting(value = "of the bytes: latin1, windows-1252, utf-16, …", found = true)
        String encoding,

        @Setting(value = "whether the first row names the columns: true, false", found = true)
        Heading heading,

        @Setting(value = "what lines that are no rows begin with, such as #", found = true)
        String comment,

        @Setting(
                value =
                        "cells that hold nothing; unless given: empty, NA, N/A, NaN, null, none, ?, -, ., \\N, <NA>, #N/A",
                found = true)
        List<String> missingWords,

        @Setting(
                value = "steps of a row that is a sequence: the features of the first step, then those of the second",
                atLeast = 0,
                found = true)
        int steps,

        @Setting(value = "the column that tells sequences apart, where a row is a step of one", found = true)
        String sequence)
        implements DataSource {
    public Csv {
        Mark.of("separator", separator);
        Mark.of("quote", quote);
        Mark.of("decimal", decimal);
        Mark.of("thousands", thousands);
        Mark.of("comment", comment);
        charset(encoding);
        split.check(testFraction);
    }

    public Csv() {
        this(
                SourceFile.NONE,
                List.of(),
                "",
                List.of(),
                List.of(),
                Missing.REFUSE,
                Standardise.NONE,
                0,
                SourceFile.NONE,
                1,
                Split.ONE,
                "",
                "",
                "",
                "",
                "",
                Heading.FOUND,
                "",
                List.of(),
                0,
                "");
    }

    @Override
    public Data load(Path base) {
        checkPredicted();
        return TableData.read(this, base);
    }

    @Override
    public Optional<Divisions> divisions(Path base) {
        if (split == Split.ONE) {
            return Optional.empty();
        }
        checkPredicted();
        return Optional.of(TableData.divisions(this, base));
    }

    private void checkPredicted() {
        if (target.isEmpty() == label.isEmpty()) {
            throw new ProblemException(file.path() + ": "
                    + Mismatch.of(
                            "target, columns of numbers, or label, one of classes",
                            label.isEmpty() ? "neither" : "both"));
        }
    }

    /** Whether a class is predicted. */
    boolean isClassification() {
        return !label.isEmpty();
    }

    /** The columns that are no features. */
    List<String> predicted() {
        return isClassification() ? List.of(label) : target;
    }

    /** What is known of the file before it is looked at. */
    Hints hints() {
        List<String> words = missingWords.isEmpty() ? Hints.MISSING : missingWords;
        return new Hints(
                Mark.of("separator", separator),
                Mark.of("quote", quote),
                Mark.of("decimal", decimal),
                Mark.of("thousands", thousands),
                charset(encoding),
                heading.known(),
                Mark.of("comment", comment),
                words.stream()
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                Set.copyOf(predicted()));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "encoding: " + Mismatch.of("one of utf-8, latin1, windows-1252, utf-16, …", Mismatch.quoted(name)),
                    unknown);
        }
    }

    /** Whether the first row names the columns. */
    enum Heading {
        /** To be found by looking. */
        FOUND,
        TRUE,
        FALSE;

        Optional<Boolean> known() {
            return this == FOUND ? Optional.empty() : Optional.of(this == TRUE);
        }
    }
}
