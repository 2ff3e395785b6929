package org.converge4j.problem;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Csv;
import org.converge4j.problem.data.Missing;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that cannot be used is refused in one line that names file and line. */
class BadDataTest {
    private static final SourceFile DATA = new SourceFile("data.csv", "");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ragged           | a,b\\n1,2\\n3\\n          | target: b | data.csv:3: expected 2 cells as in the heading, found 1
            text             | a,b\\n1,2\\nx,4\\n        | target: b | data.csv:3: column a: expected a finite number
            infinite         | a,b\\n1,2\\n1e999,4\\n    | target: b | data.csv:3: column a: expected a finite number
            missing          | a,b\\n1,2\\n,4\\n         | target: b | data.csv:3: column a: expected a value (missing: impute
            no such target   | mpg,b\\n1,2\\n            | target: mpgg | data.csv:1: unknown column `mpgg`, expected one of mpg, b. Did you mean mpg?
            no rows          | a,b\\n                    | target: b | data.csv: expected at least 1 row below the heading line, found none
            nothing          | ~~                        | target: b | data.csv:1: expected a heading line that names every column, found nothing
            no feature       | b\\n1\\n                  | target: b | data.csv:1: no column is left as a feature
            one class        | a,b\\n1,x\\n2,x\\n        | label: b  | data.csv: column b: expected at least two classes, found one, x
            constant         | a,b\\n1,2\\n1,3\\n        | target: b, standardise: all | data.csv: feature a is constant (1.0
            neither          | a,b\\n1,2\\n              | ignore: [a] | data.csv: expected target, columns of numbers, or label, one of classes, found neither
            all for testing  | a,b\\n1,2\\n3,4\\n        | target: b, testFraction: 0.9 | data.csv: testFraction 0.9: expected at least 1 and at most 1 rows for testing, found 2 of 2
            """)
    void said_in_one_line(String name, String csv, String settings, String message) throws IOException {
        refused(csv == null ? "" : csv.replace("\\n", "\n"), StandardCharsets.UTF_8, settings, message);
    }

    @Test
    void bytes_that_are_not_utf_8() throws IOException {
        refused(
                "a,b\n1,2\né,4\n",
                StandardCharsets.ISO_8859_1,
                "target: b",
                "data.csv:3: expected UTF-8 text, found bytes that are not UTF-8");
    }

    @Test
    void utf_16() throws IOException {
        refused("a,b\n1,2\n", StandardCharsets.UTF_16, "target: b", "data.csv:1: expected UTF-8, found UTF-16");
    }

    @Test
    void a_byte_order_mark() throws IOException {
        refused(
                "\uFEFFa,b\n1,2\n",
                StandardCharsets.UTF_8,
                "target: b",
                "data.csv:1: expected UTF-8 without a byte-order mark, found one");
    }

    /** Its blocks are holes, so that the file takes no room; a gigabyte is refused unread. */
    @Test
    void a_gigabyte() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("data.csv").toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        assertThatThrownBy(() -> new Csv(
                                DATA,
                                List.of("b"),
                                "",
                                List.of(),
                                List.of(),
                                Missing.REFUSE,
                                Standardise.NONE,
                                0,
                                SourceFile.NONE,
                                1)
                        .load(folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(
                        "data.csv: expected at most 536870912 bytes (512 MiB), for training holds all rows in memory, found 1073741824");
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
