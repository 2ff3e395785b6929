package org.converge4j.analysis;

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
            3.14159,    3.142
            -3.14159,   -3.142
            10,         10
            12345.6,    12346
            999999,     999999
            1e6,        1e6
            -1234567,   -1.235e6
            1e-3,       0.001
            0.00099996, 1e-3
            1.5e-12,    1.5e-12
            2e100,      2e100
            """)
    void have_four_digits(double value, String text) {
        assertThat(Figures.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0456, 0.046", "31.4, 31", "314, 314", "1.96e-5, 2e-5", "0.5, 0.5"})
    void have_two_digits_where_they_are_estimates(double value, String text) {
        assertThat(Figures.about(value)).isEqualTo(text);
    }
}
