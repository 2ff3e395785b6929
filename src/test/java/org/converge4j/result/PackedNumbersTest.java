package org.converge4j.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumbersTest {
    /** By Python: {@code base64.b64encode(struct.pack("<2f", 1, -2.5))} and {@code struct.pack("<2d", 0.1, 1)}. */
    @Test
    void are_little_endian_bytes_in_base64() {
        assertThat(PackedNumbers.pack(List.of(1.0, -2.5))).isEqualTo("f32:AACAPwAAIMA=");
        assertThat(PackedNumbers.pack(List.of(0.1, 1.0))).isEqualTo("f64:mpmZmZmZuT8AAAAAAADwPw==");
        assertThat(PackedNumbers.unpack("f32:AACAPwAAIMA=")).containsExactly(1.0, -2.5);
        assertThat(PackedNumbers.unpack("f64:mpmZmZmZuT8AAAAAAADwPw==")).containsExactly(0.1, 1.0);
    }

    @Test
    void come_back_bit_by_bit() {
        List<Double> numbers =
                IntStream.range(-500, 500).mapToObj(i -> Math.sin(i)).toList();
        List<Double> singles =
                numbers.stream().map(d -> (double) d.floatValue()).toList();

        assertThat(PackedNumbers.unpack(PackedNumbers.pack(numbers))).isEqualTo(numbers);
        assertThat(PackedNumbers.unpack(PackedNumbers.pack(singles))).isEqualTo(singles);
        assertThat(PackedNumbers.pack(singles)).hasSize(4 + 4 * 1334); // a third more than 4000 bytes
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f16:AAAA", "f32:AAA", "f64:AACAPw==", "f32:....", "1.5"})
    void refuse_what_is_no_such_text(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PackedNumbers.unpack(text));
    }
}
