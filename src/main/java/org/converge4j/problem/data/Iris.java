package org.converge4j.problem.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * Fisher's 150 irises of three species, from the copy inside deeplearning4j-core. (DL4J's own iterator would download them.)
 *
 * @param standardise whether the four lengths are shifted and scaled
 * @param testFraction of the rows, kept back for testing
 * @param seed decides which
 * @param split for all seeds of the experiment alike, or each anew
 */
@About(
        value = "150 irises, four lengths, three species",
        family = Family.BUILT_IN,
        source = "Fisher, The use of multiple measurements in taxonomic problems, Annals of Eugenics 1936")
public record Iris(
        @Setting("which columns are given mean 0 and standard deviation 1 (n − 1), by the training part")
        Standardise standardise,

        @Setting(value = "share of the rows kept back for testing", atLeast = 0, below = 1)
        double testFraction,

        @Setting("decides which rows are kept back") long seed,

        @Setting(value = "one division for all seeds of the experiment, or each seed draws its own", later = true)
        Split split)
        implements DividedTable {
    private static final Columns COLUMNS = new Columns(
            List.of("sepalLength", "sepalWidth", "petalLength", "petalWidth"),
            List.of("species"),
            List.of("setosa", "versicolor", "virginica"));

    public Iris {
        split.check(testFraction);
    }

    public Iris() {
        this(Standardise.FEATURES, 0.2, 1, Split.ONE);
    }

    @Override
    public String name() {
        return "iris";
    }

    @Override
    public Table table() {
        List<String> lines = lines();
        int features = COLUMNS.features().size();
        int classes = COLUMNS.classes().size();
        double[] x = new double[lines.size() * features];
        double[] y = new double[lines.size() * classes];
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int c = 0; c < features; c++) {
                x[row * features + c] = Double.parseDouble(cells[c]);
            }
            y[row * classes + Integer.parseInt(cells[features])] = 1;
        }
        return Table.of(lines.size(), x, y, COLUMNS);
    }

    private static List<String> lines() {
        InputStream resource = Optional.ofNullable(Iris.class.getResourceAsStream("/iris.dat"))
                .orElseThrow(() -> new ProblemException("iris: deeplearning4j-core holds no iris.dat"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
