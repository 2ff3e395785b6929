package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that a spreadsheet would run (OWASP's "CSV injection") are texts to it, and to us what they were. */
class CsvTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "  =1",
                "＝1+1",
                "\u00a0=1",
                "-",
                "=",
                "-1e5x",
                "+1,2"
            })
    void a_formula_has_an_apostrophe_before_it(String formula) {
        String cell = CsvText.write(formula);

        assertThat(cell.strip().replace("\u00a0", "")).startsWith("'");
        assertThat(CsvText.read(cell)).isEqualTo(formula);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "+1", "-0.5", "1e-3", "-1.5E+10", "adam", "a=1", "sgd learningRate=0.1", "", "it's -1"})
    void numbers_and_names_are_as_they_were(String text) {
        assertThat(CsvText.write(text)).isEqualTo(text);
        assertThat(CsvText.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;=1+1", "x; @SUM(A1)", "a;b;-x"})
    void nor_does_one_begin_where_semicolons_part_cells(String text) {
        assertThat(CsvText.write(text)).doesNotContainPattern(";\\s*[=+@-]");
        assertThat(CsvText.read(CsvText.write(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", "a\u001b[31m"})
    void control_characters_are_spelled_out(String text) {
        assertThat(CsvText.write(text)).doesNotContainPattern("\\p{Cc}").doesNotStartWith("=");
    }
}
