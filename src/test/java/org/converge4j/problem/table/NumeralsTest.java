package org.converge4j.problem.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column of what people take for numbers gets advice that makes numbers of it, whatever it is for. */
class NumeralsTest {
    private static final String STRIP =
            "python3 -c \"import pandas; t = pandas.read_csv('data.csv'%s); c = t.columns[[0]]; t[c] = t[c].replace({'[(]': '-', %s";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
            "1,200,300"/"1,300,400"/"2,300,400"  ! thousands: "," reads 1,200,300 as 1200300
            "1,5"/"2,25"/"3,5"                   ! decimal: "," reads 1,5 as 1.5
            "1,234"/"2,250"/"3,500"              ! thousands: "," reads 1,234 as 1234, decimal: "," reads 1,234 as 1.234
            "1.200,5"/"1.300,25"/"2.300,0"       ! decimal: ",", thousands: "." reads 1.200,5 as 1200.5
            """)
    void another_spelling_is_a_setting(String cells, String advice) throws IOException {
        write(cells, ",");

        refused(
                "target: price",
                "data.csv:2:1: expected numbers, found numbers with marks or signs in column price (",
                advice);
        refused(
                "target: size",
                "data.csv:2:1: expected numbers, found numbers with marks",
                advice + ", ignore: [price] leaves it out");
        refused("target: size, categorical: auto", "data.csv: expected numbers, found numbers with marks", "\" reads ");
    }

    /** Settings as they are advised; the numbers are those that people read. */
    @Test
    void the_advised_settings_work() throws IOException {
        write("\"1,200,300\"/\"1,300,400\"/\"2,300,400\"", ",");
        assertThat(load("target: price, thousands: \",\"").y()).containsExactly(1200300, 1300400, 2300400);
        write("\"1.200,5\"/\"1.300,25\"/\"2.300,0\"", ",");
        assertThat(load("target: price, thousands: \".\", decimal: \",\"").y()).containsExactly(1200.5, 1300.25, 2300);
        write("1 200/1 300/2 500", ",");
        assertThat(load("target: price").y()).containsExactly(1200, 1300, 2500);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
            $120/$135/"$1,350"
            12 %/13 %/14.5 %
            (120)/(130)/-5
            USD 5/USD 7/USD 8.5
            23.4 kmpl/17.7 kmpl/19.7 kmpl
            """)
    void signs_are_taken_away_by_a_line_of_python(String cells) throws IOException {
        write(cells, ",");

        refused("target: price", "data.csv:2:1: expected numbers, found ", STRIP.formatted("", "'[^-.0-9]': ''}"));
        refused(
                "target: size",
                "data.csv:2:1: expected numbers, found ",
                "makes data-numbers.csv without the signs, ignore: [price]");
    }

    @Test
    void decimal_commas_are_kept_where_signs_are_taken_away() throws IOException {
        write("1.200,50 €/1.300,75 €/2.300,00 €", ";");
        refused("target: price", "data.csv:2:1: ", STRIP.formatted(", sep=';'", "'[.]': '', ',': '.', "));
        Files.writeString(folder.resolve("data.csv"), "price,size\n\"1,5\",1.5\n\"2,25\",2.5\n");
        refused("target: price", "data.csv:2:1: ", STRIP.formatted("", "'[.]': '', ',': '.', "));
    }

    @Test
    void codes_of_letters_and_digits_are_categories() throws IOException {
        write("4WD/2WD/4WD", ",");

        assertThat(load("target: size, categorical: auto").columns().features())
                .containsExactly("price=2WD", "price=4WD");
    }

    private void write(String cells, String separator) throws IOException {
        String[] prices = cells.split("/", -1);
        StringBuilder text = new StringBuilder("price" + separator + "size\n");
        for (int i = 0; i < prices.length; i++) {
            text.append(prices[i]).append(separator).append(i + 1).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);
    }

    private Data load(String settings) {
        return ProblemFile.load(folder, "data: { csv: { file: data.csv, " + settings + " } }, network: linear")
                .data();
    }

    private void refused(String settings, String start, String advice) {
        assertThatThrownBy(() -> load(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining(advice)
                .message()
                .hasLineCount(1);
    }
}
