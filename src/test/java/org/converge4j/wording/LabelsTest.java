package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels as a handbook writes them. */
class LabelsTest {
    @ParameterizedTest
    @CsvSource({
        "sgd learningRate=0.316227766017, sgd η = 0.316",
        "adam learningRate=1.0E-4 beta1=0.9, adam η = 10⁻⁴ β₁ = 0.9",
        "adam weightDecay=0.01, adam weightDecay = 0.01",
        "lion cautious=true, lion cautious = true",
        "my own: a$b=1, my own: a$b=1",
        "plain, plain",
    })
    void settings_have_their_signs(String label, String shown) {
        assertThat(Labels.of(label)).isEqualTo(shown);
    }
}
