package org.converge4j.problem.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that cannot be used is refused in one line that names file and line. */
class BadDataTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ragged           | a,b\\n1,2\\n3\\n          | target: b | data.csv:3: expected 2 cells a row, found others: line 3 has 1
            stray text       | a,b\\n1,2\\nx,4\\n3,5\\n  | target: b | data.csv:3:1: column a: expected a finite number, found `x`; categorical: [a]
            a comma in names | "a,x",b\\n1,2\\nx,4\\n3,5\\n | target: b | data.csv:3:1: column a,x: expected a finite number, found `x`; categorical: ["a,x"] reads the column as a category, ignore: ["a,x"]
            infinite         | a,b\\n1,2\\n1e999,4\\n    | target: b | data.csv:3:1: column a: expected a finite number, found `1e999`
            a Java literal   | a,b\\n1,2\\n2,3\\n5d,4\\n  | target: b | data.csv:4:1: column a: expected a finite number, found `5d`
            hexadecimal      | a,b\\n1,2\\n2,3\\n0x1p3,4\\n | target: b | data.csv:4:1: column a: expected a finite number, found `0x1p3`
            thousands        | a,b\\n1,2\\n2,3\\n3,"1,000"\\n | target: b | data.csv:4:3: column b: expected a finite number, found `1,000`; thousands: "," reads 1,000 as 1000
            money            | a,b\\n1,2\\n2,3\\n3,$12\\n | target: b | data.csv:4:3: column b: expected a finite number, found `$12`; python3 -c "import pandas; t = pandas.read_csv('data.csv'); c = t.columns[[1]];
            text             | a,b,c\\nu,v,1\\nw,v,2\\n   | target: c | data.csv:2:1: expected numbers, found text in 2 columns: a (u, w), b (v); categorical: auto
            dates            | a,when,c\\n1,2024-01-31,1\\n2,2024-02-01,2\\n | target: c | data.csv:2:3: expected numbers, found dates in column when (2024-01-31, 2024-02-01); ignore: [when]
            names            | a,b,c\\n1,u,1\\n2,v,2\\n3,w,3\\n | target: c, categorical: auto | data.csv: expected numbers, found texts that hardly repeat in column b (u, v, w); ignore: [b]
            one row          | a,b\\n1,2\\n           | target: b, testFraction: 0.2 | data.csv: testFraction 0.2: expected at least 2 rows to divide, found 1
            text as target   | a,b\\n1,x\\n2,y\\n        | target: b | data.csv:2:3: target b: expected numbers, found text (x, y); label: b predicts it as a class
            number as label  | a,b\\n1,5\\n2,6\\n3,7\\n  | label: b  | data.csv: label b has 3 classes in 3 rows (5, 6, 7). Is it a number? target: b
            ignored target   | a,b\\n1,5\\n2,6\\n        | target: b, ignore: [b] | data.csv: column b is to be predicted and ignored
            missing          | a,b\\n1,2\\n,4\\nNA,5\\n  | target: b | data.csv:3: found missing values in a (2); missing: impute
            missing alone    | a,b\\n1,x\\n,y\\n2,x\\n     | label: b  | data.csv:3: found missing values in a (1); missing: impute
            ragged alone     | a,b\\n1,x\\ny\\n2,x\\n      | label: b  | data.csv:3: expected 2 cells a row, found others: line 3 has 1
            nothing at all   | a,b\\n,2\\n,4\\n,5\\n       | target: b, missing: impute | data.csv: found nothing but missing values in a; ignore
            gaps everywhere  | a,c,b\\n1,,2\\n,1,4\\n      | target: b, missing: drop | data.csv: expected at least 1 row without gaps, found none of 2
            all in quotes    | "a,b"\\n"1,2"\\n"3,4"\\n   | target: b | data.csv:1: unknown column `b`, expected
            more than a unit | a,b\\n1,2\\n2,3\\n5more,4\\n | target: b | data.csv:4:1: column a: expected a finite number, found `5more`; python3 -c "import pandas;
            no such target   | mpg,b\\n1,2\\n            | target: mpgg | data.csv:1: unknown column `mpgg`, expected one of mpg, b. Did you mean mpg?
            no heading       | 1,4\\n2,8\\n               | target: price | data.csv:1: unknown column `price`, expected one of x1 … x2, 1 … 2 or last, for there is no heading
            no rows          | a,b\\n                    | target: b | data.csv: expected at least 1 row below the heading line, found none
            nothing          | ~~                        | target: b | data.csv:1: expected rows, found nothing
            no feature       | b\\n1\\n                  | target: b | data.csv:1: no column is left as a feature
            one class        | a,b\\n1,x\\n2,x\\n        | label: b  | data.csv: column b: expected at least two classes, found one, x
            constant         | a,c,b\\n1,7,2\\n1,7,3\\n    | target: b, standardise: all | data.csv: features a, c are constant in all 2
            all for testing  | a,b\\n1,2\\n3,4\\n        | target: b, testFraction: 0.9 | data.csv: testFraction 0.9: expected at least 1 and at most 1 rows for testing
            ambiguous commas | a;b\\n1,234;2\\n5,678;3\\n  | target: b | data.csv: found commas that may be decimal or mark thousands
            parquet          | PAR1\\0\\0\\0\\0            | target: b | data.csv: expected a text table, found a Parquet file; python3 -c "import pandas; pandas.read_parquet('data.csv')
            """)
    void said_in_one_line(String name, String csv, String settings, String message) throws IOException {
        refused(
                csv == null ? "" : csv.replace("\\n", "\n").replace("\\0", "\0"),
                StandardCharsets.UTF_8,
                settings,
                message);
    }

    /** Each setting stands once in a file: what one line proposes must not undo another's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            id,city,c\\na1,x,1\\nb2,x,2\\nc3,y,3\\n | target: c | data.csv: all of it is answered by ignore: [id], categorical: auto
            id,when,c,d\\na1,2024-01-31,1,5\\nb2,2024-02-01,2,6\\nc3,2024-02-02,3,8\\n | target: c, ignore: [d] | data.csv: all of it is answered by ignore: [d, id, when]
            a,b\\n1,2\\n,4\\n3,\\n5,6\\n | target: b | data.csv:3: found missing values in a (1); missing: drop leaves the rows out
            """)
    void what_is_proposed_can_all_be_done_at_once(String csv, String settings, String line) throws IOException {
        Files.writeString(folder.resolve("data.csv"), csv.replace("\\n", "\n"));
        assertThatThrownBy(() -> ProblemFile.load(folder, "data: { csv: { file: data.csv, %s } }".formatted(settings)))
                .isInstanceOf(ProblemException.class)
                .message()
                .satisfies(said -> assertThat(said.lines()).contains(line));
    }

    @Test
    void names_that_would_fill_records() throws IOException {
        String text = "a".repeat(1_000_000);
        refused(
                text + ",b\n1,2\n2,3\n",
                StandardCharsets.UTF_8,
                "target: b",
                "data.csv:1: expected columns' names of at most 500 characters, found one of 1000000, `aaaa");
        refused(
                "a,b\n" + text + ",1\nu,2\nu,3\n",
                StandardCharsets.UTF_8,
                "target: b, categorical: [a]",
                "data.csv:2:1: column a: expected categories of at most 400 characters, found one of 1000000, `aaaa");
        refused(
                "a,b\n1,u\n2,u\n3," + text + "\n",
                StandardCharsets.UTF_8,
                "label: b",
                "data.csv:4:3: column b: expected categories of at most 400 characters, found one of 1000000, `aaaa");
    }

    /** Each would take for ever, or all of the stack, if an expression looked at it. */
    @Test
    void texts_made_for_expressions_that_try_everything() throws IOException {
        refused(
                "a,b\n1,2\n2,3\n",
                StandardCharsets.UTF_8,
                "target: b, ignore: [\"" + "*a".repeat(2000) + "*z\"]",
                "data.csv:1: unknown column `*a*a");
        refused(
                "a,b\n\"1" + ",000".repeat(200_000) + "\",2\n1,2\n2,3\n",
                StandardCharsets.UTF_8,
                "target: b",
                "data.csv:2:1: column a: expected a finite number, found `1,000,000");
        refused(
                "a,b\n" + "1. ".repeat(100_000) + "x,2\n1,2\n2,3\n",
                StandardCharsets.UTF_8,
                "target: b",
                "data.csv:2:1: column a: expected a finite number, found `1. 1.");
    }

    @Test
    void bytes_that_are_not_utf_8() throws IOException {
        refused(
                "a,b\n1,2\né,4\n",
                StandardCharsets.ISO_8859_1,
                "target: b",
                "data.csv:3: expected UTF-8, found other bytes; encoding: windows-1252, or latin1");
    }

    @Test
    void everything_at_once() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b,kind\n1,,p\nx,2,q\n3,4\n4,5,p\n");

        assertThatThrownBy(() ->
                        ProblemFile.load(folder, "data: { csv: { file: data.csv, label: kind } }, network: linear"))
                .hasMessageMatching(
                        "(?s)data.csv:4: expected 3 cells .*\ndata.csv:3:1: column a: .*\ndata.csv:2: found missing values in b \\(1\\).*")
                .message()
                .hasLineCount(3);
    }

    /** Of a table that no experiment file names; such files are refused before, with the place. */
    @Test
    void nothing_to_predict() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n");

        Choice table = new Choice("csv", Map.of("file", new SourceFile("data.csv", "")));
        Problem neither = new Problem("neither", table, new Choice("linear", Map.of()), List.of());
        Catalog catalog = Catalog.load(BadDataTest.class.getClassLoader());
        assertThatThrownBy(() -> LoadedProblem.load(neither, catalog, folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("data.csv: expected target, columns of numbers, or label");
    }

    /** Its blocks are holes, so that the file takes no room. */
    @Test
    void a_gigabyte_of_zeros() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("data.csv").toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        Choice table = new Choice(
                "csv", Map.of("file", new SourceFile("data.csv", ""), "target", List.of("b"))); // not hashed before
        Problem zeros = new Problem("zeros", table, new Choice("linear", Map.of()), List.of());
        Catalog catalog = Catalog.load(BadDataTest.class.getClassLoader());
        assertThatThrownBy(() -> LoadedProblem.load(zeros, catalog, folder))
                .isInstanceOf(ProblemException.class)
                .message()
                .startsWith("data.csv:")
                .hasLineCount(1);
    }

    private void refused(String csv, Charset encoding, String settings, String message) throws IOException {
        Files.write(folder.resolve("data.csv"), csv.getBytes(encoding));

        assertThatThrownBy(() -> ProblemFile.load(folder, "data: { csv: { file: data.csv, %s } }".formatted(settings)))
                .isInstanceOf(ProblemException.class)
                .message()
                .startsWith(message)
                .hasLineCount(1);
    }
}
