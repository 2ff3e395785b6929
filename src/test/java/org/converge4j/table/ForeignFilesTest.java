package org.converge4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is saved under a table's name and is none: one line that says what it is and how to make a table of it. */
class ForeignFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
            -- MySQL dump 10.13\\n--\\nDROP TABLE IF EXISTS `cars`;\\nINSERT INTO `cars` VALUES (1,2); ! SQL; load it into its database ! mysqldump
            PRAGMA foreign_keys=OFF;\\nBEGIN TRANSACTION;\\nCREATE TABLE t(a,b);\\n ! SQL; load it into its database ! sqlite3's .dump
            [\\n  {"a": 1, "b": 2}\\n]\\n                ! JSON; python3 -c "import pandas; pandas.read_json('data.csv').to_csv('data-table.csv', index=False)" makes data-table.csv of it ! JSON
            [[1, 2], [3, 4]]                            ! JSON; python3 ! JSON of lists
            {"a":1,"b":2}\\n{"a":3,"b":4}\\n            ! JSON; python3 -c "import pandas; pandas.read_json('data.csv', lines=True) ! lines of JSON
            {"a": [1, 2], "b": [3, 4]}                  ! JSON; python3 -c "import pandas; pandas.read_json('data.csv') ! pandas' columns
            <table>\\n<tr><td>1</td></tr></table>       ! HTML; python3 ! a table of HTML
            <html><body></body></html>                  ! HTML; python3 ! a page
            <?xml version="1.0"?>\\n<rows/>             ! XML; python3 ! XML
            +---+---+\\n| a | b |\\n+---+---+\\n        ! a table drawn with lines ! mysql
            \\s a | b \\n---+---\\n 1 | 2\\n(1 row)\\n  ! a table drawn with lines ! psql
            ┌───┬───┐\\n│ a │ b │\\n                    ! a table drawn with lines ! DuckDB
            | a | b |\\n|---|---|\\n| 1 | 2 |\\n        ! a table of Markdown ! Markdown
            1 1:0.5 2:0.3 3:1\\n-1 1:0.2 2:0.1 3:2\\n   ! LIBSVM; python3 ! LIBSVM
            @relation s\\n@attribute a numeric\\n@data\\n{0 1}\\n ! ARFF of sparse rows; Weka's filter ! sparse ARFF
            %PDF-1.4\\n%\\n1 0 obj                      ! a PDF; export its table as CSV ! PDF
            {\\\\rtf1\\\\ansi a,b                       ! rich text; save it as plain text ! RTF
            """)
    void texts(String text, String message, String name) throws IOException {
        refused(
                text.replace("\\\\", "\u0001")
                        .replace("\\n", "\n")
                        .replace("\\s", " ")
                        .replace('\u0001', '\\')
                        .getBytes(StandardCharsets.UTF_8),
                message);
    }

    /** First bytes as the formats' documents give them. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '!', textBlock = """
            50415231 1504 0000                 ! a Parquet file; python3
            934e554d5059 0100 7600             ! a NumPy array; python3 -c "import numpy, pandas; pandas.DataFrame(numpy.load('data.csv'))
            8002 630a                          ! a Python pickle; python3
            8003 630a                          ! a Python pickle; python3
            8004 9500                          ! a Python pickle; python3
            8005 9500                          ! a Python pickle; python3
            894844460d0a1a0a 00                ! an HDF5 file; python3
            580a 00000003 00040201             ! an R object; Rscript -e "write.csv(readRDS('data.csv'), 'data-table.csv', row.names = FALSE)"
            d0cf11e0a1b11ae1 00                ! an Excel workbook; python3 -c "import pandas; pandas.read_excel('data.csv')
            53514c69746520666f726d6174203300 00 ! an SQLite database; sqlite3
            4f626a01 04                        ! an Avro file
            28b52ffd 24                        ! a file compressed by zstd; unpack it
            """)
    void bytes(String hex, String message) throws IOException {
        refused(java.util.HexFormat.of().parseHex(hex.replace(" ", "")), message);
    }

    @Test
    void zips_are_told_by_what_is_in_them() throws IOException {
        refused(zip("[Content_Types].xml"), "an Excel workbook; python3");
        refused(zip("x.npy"), "NumPy arrays; python3");
        refused(zip("cars.csv"), "a zip archive; unpack it");
    }

    /** R's saveRDS compresses. */
    @Test
    void compression_hides_nothing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new byte[] {'X', '\n', 0, 0, 0, 3, 0, 4, 2, 1});
        }
        refused(bytes.toByteArray(), "an R object; Rscript");
    }

    /** Such words also begin headings. */
    @ParameterizedTest
    @CsvSource({
        "'PAR1,b\n1,2\n3,4\n'",
        "'set size,b\n1,2\n3,4\n'",
        "'select,insert\n1,2\n3,4\n'",
        "'t x\n1 12:30\n2 12:31\n'"
    })
    void headings_are_headings(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), text);

        assertThat(TableFile.look(file, "data.csv", Hints.none()).columns()).hasSize(2);
    }

    @Test
    void quotes_that_are_not_closed_are_said_in_our_words() throws IOException {
        String wrong = "data.csv:3: expected a separator after a cell's last quote, found ";
        refusedAs("a,b\n1,2\n3,\"x\" y\n".getBytes(StandardCharsets.UTF_8), wrong + "other characters; inside");
        refusedAs("a,b\n1,2\n3,\"x\n".getBytes(StandardCharsets.UTF_8), wrong + "no last quote; inside");
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    private void refused(byte[] content, String message) throws IOException {
        refusedAs(content, "data.csv: expected a text table, found " + message);
    }

    private void refusedAs(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), content);

        assertThatThrownBy(() -> TableFile.look(file, "data.csv", Hints.none()).read(new Nothing()))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith(message)
                .message()
                .hasLineCount(1);
    }

    private static final class Nothing implements CellSink {
        @Override
        public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {}

        @Override
        public void end(int cells) {}
    }
}
