package org.converge4j.problem.data;

import java.nio.file.Path;
import java.util.Optional;

/** Rows that are all in one table until they are divided: once for all seeds of an experiment, or anew for each. */
interface DividedTable extends DataSource {
    /** What messages call it. */
    String name();

    /** All rows. */
    Table table();

    /** The share of the rows kept back for testing. */
    double testFraction();

    /** Decides which, where one division is for all seeds. */
    long seed();

    /** For whom the rows are divided. */
    Split split();

    /** Which columns are scaled, by each training part alone. */
    Standardise standardise();

    @Override
    default Data load(Path base) {
        return divided(table(), seed());
    }

    @Override
    default Optional<Divisions> divisions(Path base) {
        if (split() == Split.ONE) {
            return Optional.empty();
        }
        Table table = table();
        return Optional.of(drawn -> divided(table, drawn));
    }

    private Data divided(Table table, long drawn) {
        Data data = table.split(testFraction(), drawn, name()).prepare(standardise(), name());
        return data.described(split().spoken(name(), data.test().map(Data::rows).orElse(0), table.rows()));
    }
}
