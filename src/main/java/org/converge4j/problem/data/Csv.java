package org.converge4j.problem.data;

import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.SourceFile;

/**
 * A table with a heading line: the target columns are predicted as numbers, or the label column as a class; the other columns
 * are features.
 *
 * @param file the table, comma-separated, UTF-8
 * @param target the columns to predict as numbers
 * @param label the column to predict as a class
 * @param ignore columns to leave out, such as a name
 * @param categorical features that become one indicator column a level
 * @param missing what becomes of missing values
 * @param standardise which columns to shift and scale
 * @param testFraction of the rows, kept back for testing
 * @param testFile rows for testing, in a table of the same columns
 * @param seed decides which rows are kept back
 */
@About(value = "A comma-separated table with a heading line", family = Family.BUILT_IN, source = "RFC 4180")
public record Csv(
        @Setting(value = "the table, relative to the experiment file", required = true)
        SourceFile file,

        @Setting("the columns to predict as numbers, for a regression")
        List<String> target,

        @Setting("the column to predict as a class, text or number, for a classification")
        String label,

        @Setting("columns to leave out") List<String> ignore,

        @Setting("features that become one indicator column a level")
        List<String> categorical,

        @Setting("what becomes of empty, NA, NaN and ? cells")
        Missing missing,

        @Setting("which columns are given mean 0 and standard deviation 1 (n − 1), by the training part")
        Standardise standardise,

        @Setting(value = "share of the rows kept back for testing", atLeast = 0, below = 1)
        double testFraction,

        @Setting("rows for testing, in a table with the same columns")
        SourceFile testFile,

        @Setting("decides which rows are kept back") long seed)
        implements DataSource {
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
                1);
    }

    @Override
    public Data load(Path base) {
        if (target.isEmpty() == label.isEmpty()) {
            throw new ProblemException(
                    file.path() + ": expected target, columns of numbers, or label, one of classes, found "
                            + (label.isEmpty() ? "neither" : "both"));
        }
        return CsvTable.read(this, base).prepare(standardise, file.path());
    }

    /** Whether a class is predicted. */
    boolean isClassification() {
        return !label.isEmpty();
    }

    /** The columns that are no features. */
    List<String> predicted() {
        return isClassification() ? List.of(label) : target;
    }
}
