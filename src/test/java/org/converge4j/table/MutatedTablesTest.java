package org.converge4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 600 tables in as many dialects: separator, quotes, decimal and thousands marks, encoding, heading, words for what is missing,
 * line ends, comments, compression. What pandas makes of them stands in {@code pandas-verdicts.txt}, written by
 * {@code pandas_verdicts.py} beside it from what {@code -Dconverge.tables=DIR} lets this test write there.
 */
class MutatedTablesTest {
    private static final int TABLES = 600;

    @TempDir
    Path folder;

    @Test
    void are_read_right_or_refused_with_the_cause() throws IOException {
        Path kept = Path.of(System.getProperty("converge.tables", folder.toString()));
        List<String> fixture = Files.readAllLines(Path.of("src/test/resources/tables/pandas-verdicts.txt"));
        String pandas = fixture.get(2);
        MessageDigest digest = sha256();
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int rightWherePandasIs = 0;
        for (int i = 0; i < TABLES; i++) {
            MutatedTable table = MutatedTable.of(i);
            digest.update(table.bytes());
            Optional<String> verdict = verdict(table, write(kept, i, table));
            refused += verdict.filter(v -> v.startsWith("refused")).isPresent() ? 1 : 0;
            rightWherePandasIs += verdict.isEmpty() && pandas.length() > i && pandas.charAt(i) == 'R' ? 1 : 0;
            int number = i;
            verdict.ifPresent(v -> wrong.add(number + " " + v));
        }
        long right = pandas.chars().filter(c -> c == 'R').count();
        System.out.printf(
                "read right: %d of %d tables, %d refused; pandas: %d; of those it reads right, right here: %d%n",
                TABLES - wrong.size(), TABLES, refused, right, rightWherePandasIs);
        wrong.forEach(System.out::println);

        assertThat(fixture.get(1)).as("the tables that pandas was asked about").isEqualTo(hex(digest));
        assertThat(right).isGreaterThan(100);
        assertThat(rightWherePandasIs / (double) right).isGreaterThanOrEqualTo(0.98);
        assertThat(TABLES - wrong.size()).isGreaterThanOrEqualTo(98 * TABLES / 100);
    }

    private static Path write(Path folder, int number, MutatedTable table) throws IOException {
        if (!System.getProperty("converge.tables", "").isEmpty()) {
            Files.writeString(folder.resolve(number + ".truth"), table.truth());
            Files.writeString(
                    folder.resolve(number + ".encoding"),
                    table.encoding().map(Object::toString).orElse(""));
        }
        return Files.write(folder.resolve(number + (table.isCompressed() ? ".csv.gz" : ".csv")), table.bytes());
    }

    /** What is wrong with what is read, if anything is. */
    private static Optional<String> verdict(MutatedTable table, Path file) {
        Hints none = Hints.none();
        Hints hints = new Hints(
                none.separator(),
                none.quote(),
                none.decimal(),
                none.thousands(),
                table.encoding(),
                none.heading(),
                none.comment(),
                none.missing(),
                none.names());
        try {
            TableFile read = TableFile.look(file, "table.csv", hints);
            int[] columns = IntStream.range(0, read.columns().size())
                    .filter(i -> !read.leftOut().containsKey(i))
                    .toArray();
            List<String> names =
                    IntStream.of(columns).mapToObj(i -> read.columns().get(i)).toList();
            if (!table.heading().isEmpty() && !names.equals(table.heading())) {
                return Optional.of("columns " + names + " by " + read.dialect().spoken());
            }
            List<List<String>> rows = rows(read, columns);
            if (rows.equals(table.rows())) {
                return Optional.empty();
            }
            for (int i = 0; i < Math.min(rows.size(), table.rows().size()); i++) {
                if (!rows.get(i).equals(table.rows().get(i))) {
                    return Optional.of(rows.get(i) + " instead of "
                            + table.rows().get(i) + " by " + read.dialect().spoken());
                }
            }
            return Optional.of(rows.size() + " rows by " + read.dialect().spoken());
        } catch (TableException refused) {
            assertThat(refused).hasMessageStartingWith("table.csv:");
            return Optional.of("refused: " + refused.getMessage());
        }
    }

    private static List<List<String>> rows(TableFile file, int[] columns) {
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        file.read(new CellSink() {
            @Override
            public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {
                double number = file.dialect().numbers().parse(buffer, from, to);
                String text = new String(buffer, from, to - from);
                boolean isMissing = Hints.none().missing().contains(text.toLowerCase(Locale.ROOT));
                cells.add(isMissing ? "" : Double.isNaN(number) ? text : Double.toString(number));
            }

            @Override
            public void end(int count) {
                rows.add(IntStream.of(columns)
                        .mapToObj(i -> i < cells.size() ? cells.get(i) : "?")
                        .toList());
                cells.clear();
            }
        });
        return rows;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
