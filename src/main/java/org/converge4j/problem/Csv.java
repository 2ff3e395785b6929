package org.converge4j.problem;

import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.SourceFile;

/**
 * A table of numbers with a heading line: one column is the target, the others are features.
 *
 * @param file the table, comma-separated, UTF-8
 * @param target the column to predict
 * @param ignore columns to leave out, such as a name
 * @param standardise which columns to shift and scale
 */
@About(value = "A comma-separated table with a heading line", family = Family.BUILT_IN, source = "RFC 4180")
public record Csv(
        @Setting(value = "the table, relative to the experiment file", required = true)
        SourceFile file,

        @Setting(value = "the column to predict", required = true)
        String target,

        @Setting("columns to leave out") List<String> ignore,

        @Setting("which columns are given mean 0 and standard deviation 1 (n − 1)")
        Standardise standardise)
        implements DataSource {
    public Csv() {
        this(SourceFile.NONE, "", List.of(), Standardise.NONE);
    }

    @Override
    public Data load(Path base) {
        CsvTable table = CsvTable.read(base.resolve(file.path()), file.path());
        List<String> features = table.columnsExcept(target, ignore);
        double[] x = table.numbers(features);
        double[] y = table.numbers(List.of(target));
        if (standardise != Standardise.NONE) {
            Standardise.columns(x, table.rows(), file.path() + ": feature");
        }
        if (standardise == Standardise.ALL) {
            Standardise.columns(y, table.rows(), file.path() + ": target");
        }
        return new Data(table.rows(), x, y);
    }
}
