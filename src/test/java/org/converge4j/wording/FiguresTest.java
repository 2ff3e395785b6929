package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounded by hand. */
class FiguresTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            0,          0
            Infinity,   ∞
            -Infinity,  −∞
            NaN,        unknown
            3.14159,    3.14
            -3.14159,   −3.14
            10,         10
            12345.6,    12300
            999499,     999000
            999500,     10⁶
            -1234567,   −1.23 × 10⁶
            1e-3,       0.001
            0.00099996, 0.001
            2.2762e-5,  2.28 × 10⁻⁵
            1e-6,       10⁻⁶
            -1e-6,      −10⁻⁶
            1.5e-12,    1.5 × 10⁻¹²
            2e100,      2 × 10¹⁰⁰
            0.9994,     0.999
            0.99964,    0.9996
            1.0004,     1
            """)
    void have_three_digits(double value, String text) {
        assertThat(Figures.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.914, 1.29, 0.914, 1.29",
        "1.3512, 1.3524, 1.351, 1.352",
        "1.35331, 1.35332, 1.35, 1.35",
        "2, 2, 2, 2",
        "-Infinity, 3, −∞, 3"
    })
    void ends_of_an_interval_have_one_digit_more_where_that_tells_them_apart(
            double low, double high, String from, String to) {
        assertThat(Figures.ends(low, high)).containsExactly(from, to);
    }

    @ParameterizedTest
    @CsvSource({"0.0456, 0.046", "31.4, 31", "314, 310", "1.96e-5, 2 × 10⁻⁵", "0.5, 0.5"})
    void have_two_digits_where_they_are_estimates(double value, String text) {
        assertThat(Figures.about(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9999, 0.9999",
        "9.999999999999998E-4, 0.001",
        "0.316227766017, 0.316",
        "2.5e-4, 2.5 × 10⁻⁴",
        "1E-8, 10⁻⁸"
    })
    void settings_are_written_as_they_were_given(double value, String text) {
        assertThat(Figures.given(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3.16227766e-5, 3.16e-5", "1e-8, 1e-8", "0.1, 0.1", "1234567, 1.23e6", "-0.5, -0.5"})
    void can_be_typed(double value, String text) {
        assertThat(Figures.typed(value)).isEqualTo(text);
    }
}
