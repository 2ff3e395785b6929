package org.converge4j.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a terminal without Unicode is given. */
class AsciiTest {
    @Test
    void signs_are_spelled_out_and_powers_written_as_programs_write_them() {
        assertThat(Ascii.of("sgd η = 0.316: 2.28 × 10⁻⁵ – 10¹², p = 10⁻⁶, ≥ 1.5, 3 µs, ∞, −2, v² × sgd, β₁"))
                .isEqualTo("sgd eta = 0.316: 2.28e-5 - 1e12, p = 1e-6, >= 1.5, 3 us, inf, -2, v2 x sgd, beta1");
    }

    @Test
    void names_keep_their_letters() {
        assertThat(Ascii.of("größe 数据")).isEqualTo("größe 数据");
    }

    @Test
    void only_an_encoding_without_the_signs_is_spared_them() {
        assertThat(spelled("UTF-8")).isEqualTo("10⁻⁶");
        assertThat(spelled("ANSI_X3.4-1968")).isEqualTo("1e-6");
        assertThat(spelled("Cp1252")).isEqualTo("1e-6");
        assertThat(Ascii.spelling(new Properties()).apply("10⁻⁶")).isEqualTo("10⁻⁶");
    }

    private static String spelled(String encoding) {
        Properties system = new Properties();
        system.setProperty("stdout.encoding", encoding);
        return Ascii.spelling(system).apply("10⁻⁶");
    }
}
