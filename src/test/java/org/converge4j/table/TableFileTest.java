package org.converge4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people have them. */
class TableFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
            plain                ! a,b\\n1,2\\n3,4              ! commas, heading line           ! a b    ! 1 2/3 4
            no heading           ! 1,4\\n2,8\\n3,9              ! commas, no heading line        ! x1 x2  ! 1 4/2 8/3 9
            labels, no heading   ! 5.1,a\\n4.9,b\\n4.7,a        ! commas, no heading line        ! x1 x2  ! 5.1 a/4.9 b/4.7 a
            letters, no heading  ! p,x\\ne,s\\np,s\\ne,x        ! commas, no heading line        ! x1 x2  ! p x/e s/p s/e x
            letters, a heading   ! cap,odor\\np,x\\ne,s\\np,s   ! commas, heading line           ! cap odor ! p x/e s/p s
            semicolons           ! "a";"b"\\n7,4;2\\n7,8;3      ! semicolons, decimal commas, heading line ! a b ! 7.4 2/7.8 3
            thousands            ! a;b\\n1.234,5;2\\n7,8;3      ! semicolons, decimal commas, thousands marks ., heading line ! a b ! 1234.5 2/7.8 3
            tabs                 ! a\\tb\\nNew York\\t2\\nOslo\\t3 ! tabs, heading line          ! a b    ! New York 2/Oslo 3
            bars                 ! a|b\\n1|2                    ! bars, heading line             ! a b    ! 1 2
            runs of blanks       ! \\s a   b\\n\\s 1   2\\n 10  20\\n ! blanks, heading line     ! a b    ! 1 2/10 20
            blanks and a tab     ! 18.0 8\\t"buick skylark"\\n15.0 8\\t"ford torino" ! blanks, no heading line ! x1 x2 x3 ! 18.0 8 buick skylark/15.0 8 ford torino
            single quotes        ! a,b\\n'x, y',1\\n'z',2       ! commas, quotes ', heading line ! a b    ! x, y 1/z 2
            a blank after commas ! a, b\\n1, 2\\n3, 4           ! commas, heading line           ! a b    ! 1 2/3 4
            old Mac              ! a,b\\r1,2\\r3,4              ! commas, heading line           ! a b    ! 1 2/3 4
            Excel's first line   ! sep=;\\na;b\\n1;2            ! semicolons, heading line       ! a b    ! 1 2
            comments             ! # by hand\\na,b\\n1,2\\n# end\\n3,4 ! commas, comments after #, heading line ! a b ! 1 2/3 4
            numpy's heading      ! # a b\\n1 2\\n3 4            ! blanks, comments after #, no heading line ! a b ! 1 2/3 4
            R's row names        ! a,b\\nr1,1,2\\nr2,3,4        ! commas, heading line           ! x1 a b ! r1 1 2/r2 3 4
            a last separator     ! a,b\\n1,2,\\n3,4,            ! commas, heading line           ! a b    ! 1 2/3 4
            a name twice         ! a,a\\n1,2                    ! commas, heading line           ! a a.1  ! 1 2
            a title              ! Sales of 2023\\nby hand\\n\\na,b,c\\n1,2,3\\n4,5,6 ! commas, heading line ! a b c ! 1 2 3/4 5 6
            Excel's title        ! Sales,,\\na,b,c\\n1,2,3\\n4,5,6 ! commas, heading line     ! a b c ! 1 2 3/4 5 6
            a title, two columns ! My data\\na;b\\n1;2\\n3;4     ! semicolons, heading line     ! a b ! 1 2/3 4
            a title with commas  ! Sales, by zone, 2023\\na;b;c;d\\n1;2;3;4\\n5;6;7;8 ! semicolons, heading line ! a b c d ! 1 2 3 4/5 6 7 8
            no heading           ! My data\\n1,2,3\\n4,5,6        ! commas, no heading line      ! x1 x2 x3 ! 1 2 3/4 5 6
            R, one column        ! a\\nr1,1\\nr2,2\\nr3,4      ! commas, heading line         ! x1 a ! r1 1/r2 2/r3 4
            scikit-learn's       ! 3,2,setosa,virginica\\n5.1,3.5,0\\n4.9,3.0,0\\n6.3,3.3,1 ! commas, no heading line ! x1 x2 x3 ! 5.1 3.5 0/4.9 3.0 0/6.3 3.3 1
            word2vec's           ! 3 2\\nthe 0.1 0.5\\nof 0.2 0.4\\nto 0.3 0.7 ! blanks, no heading line ! x1 x2 x3 ! the 0.1 0.5/of 0.2 0.4/to 0.3 0.7
            Excel's #N/A         ! a,b\\n#N/A,2\\n3,4         ! commas, heading line         ! a b ! #N/A 2/3 4
            ARFF                 ! % Weka\\n@relation r\\n@attribute a real\\n@attribute 'b c' {x,y}\\n@data\\n1,x\\n?,y ! commas, comments after %, no heading line ! a b c ! 1 x/? y
            """)
    void is_understood(String name, String text, String dialect, String columns, String rows) throws IOException {
        TableFile file = look(text.replace("\\s", " "), StandardCharsets.UTF_8, Hints.none());

        assertThat(file.dialect().spoken()).isEqualTo(dialect);
        assertThat(String.join(" ", file.columns())).isEqualTo(columns);
        assertThat(rows(file)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void encodings_are_found(Charset encoding) throws IOException {
        TableFile file = look("Größe,Preis\\n1,2", encoding, Hints.none());

        assertThat(file.columns()).containsExactly("Größe", "Preis");
    }

    @Test
    void encodings_are_declared() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        Hints none = Hints.none();
        Hints declared = new Hints(
                none.separator(),
                none.quote(),
                none.decimal(),
                none.thousands(),
                Optional.of(windows),
                none.heading(),
                none.comment(),
                none.missing(),
                none.names());

        assertThat(look("€,b\\n1,2", windows, declared).columns()).containsExactly("€", "b");
        assertThatThrownBy(() -> look("a,b\\n1,2\\n3,€", windows, none))
                .hasMessageStartingWith("data.csv:3: expected UTF-8, found other bytes; encoding: windows-1252");
    }

    @Test
    void row_names_are_no_column() throws IOException {
        TableFile file = look(",size,price\\n0,1,4\\n1,2,8", StandardCharsets.UTF_8, Hints.none());

        assertThat(file.leftOut()).containsOnlyKeys(0);
    }

    /** The list is that of pandas' {@code STR_NA_VALUES}, with what MySQL and PostgreSQL write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#N/A",
                "#N/A N/A",
                "#NA",
                "-1.#IND",
                "-1.#QNAN",
                "-NaN",
                "-nan",
                "1.#IND",
                "1.#QNAN",
                "<NA>",
                "N/A",
                "NA",
                "NULL",
                "NaN",
                "None",
                "n/a",
                "nan",
                "null",
                "\\N"
            })
    void words_for_nothing(String word) {
        assertThat(new Sample.Cell(word, false).kind(Hints.none())).isEqualTo(CellKind.MISSING);
    }

    /** The World Bank's tables; a year may name a column, and a small number its place. */
    @Test
    void an_expected_year_is_a_heading() throws IOException {
        String text = "Source,2020 edition,\\n\\nland,code,2019,2020,\\nAruba,ABW,2.1,1.2,\\nChad,TCD,3.4,3.3,";

        assertThat(look(text, StandardCharsets.UTF_8, expecting("2020")).columns())
                .startsWith("land", "code", "2019", "2020");
        assertThat(look("1,2\\n3,4\\n5,6", StandardCharsets.UTF_8, expecting("2"))
                        .columns())
                .containsExactly("x1", "x2");
    }

    /** Whatever somebody calls the target, a row of numbers among others is no heading: it is not swallowed. */
    @ParameterizedTest
    @CsvSource({"4, '1,4|2,8|3,9|4,13'", "2020, '2020,7|2021,8|2022,9'", "100, '100,7|200,8|300,9'"})
    void an_expected_number_is_no_heading(String name, String rows) throws IOException {
        TableFile table = look(rows.replace('|', '\n'), StandardCharsets.UTF_8, expecting(name));

        assertThat(table.columns()).containsExactly("x1", "x2");
    }

    private static Hints expecting(String name) {
        Hints none = Hints.none();
        return new Hints(
                none.separator(),
                none.quote(),
                none.decimal(),
                none.thousands(),
                none.encoding(),
                none.heading(),
                none.comment(),
                none.missing(),
                Set.of(name));
    }

    @Test
    void what_stands_above_is_said() throws IOException {
        String title = "Sales of 2023\\nby hand\\n\\na,b,c\\n1,2,3\\n4,5,6";
        String counts = "2,2,p,q\\n1,2,0\\n4,5,1";

        assertThat(look(title, StandardCharsets.UTF_8, Hints.none()).above())
                .contains("2 lines above the table (Sales of 2023)");
        assertThat(look(counts, StandardCharsets.UTF_8, Hints.none()).above())
                .contains("line 1, which counts rows and columns");
        assertThat(look("a,b\\n1,2", StandardCharsets.UTF_8, Hints.none()).above())
                .isEmpty();
    }

    @Test
    void a_cell_knows_where_it_stands() throws IOException {
        TableFile file = look("a;b;c\n\n1; xy ;3\n\"two;cells\";5;6", StandardCharsets.UTF_8, Hints.none());
        List<String> places = new ArrayList<>();
        file.read(new CellSink() {
            private long line;

            @Override
            public void begin(long of) {
                line = of;
            }

            @Override
            public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {
                places.add(line + ":" + at);
            }

            @Override
            public void end(int cells) {}
        });

        assertThat(places).containsExactly("3:1", "3:4", "3:8", "4:1", "4:13", "4:15");
    }

    private TableFile look(String text, Charset encoding, Hints hints) throws IOException {
        Path file = folder.resolve("data.csv");
        Files.write(
                file,
                text.replace("\\n", "\n")
                        .replace("\\r", "\r")
                        .replace("\\t", "\t")
                        .getBytes(encoding));
        return TableFile.look(file, "data.csv", hints);
    }

    /** Cells as texts, numbers with a point; blanks between cells, strokes between rows. */
    private static String rows(TableFile file) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        file.read(new CellSink() {
            @Override
            public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {
                String cell = new String(buffer, from, to - from);
                double number = file.dialect().numbers().parse(cell);
                boolean isRespelled = !file.dialect().numbers().equals(NumberSpelling.PLAIN) && number % 1 != 0;
                rows.get(rows.size() - 1).add(isRespelled ? Double.toString(number) : cell);
            }

            @Override
            public void end(int cells) {
                rows.add(new ArrayList<>());
            }
        });
        return rows.stream()
                .map(row -> String.join(" ", row).strip())
                .filter(row -> !row.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
