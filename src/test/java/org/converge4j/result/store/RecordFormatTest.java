package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.result.Released;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;

/** A record is read as it was written, or not at all. */
class RecordFormatTest {
    private static final String WRONG_SUM = "its checksum does not match its contents";

    @Test
    void what_was_written_is_read_and_written_alike() {
        RunRecord run = RecordFormat.read(Released.text());

        assertThat(RecordFormat.read(RecordFormat.write(run)))
                .usingRecursiveComparison()
                .isEqualTo(run);
        assertThat(RecordFormat.write(run))
                .isEqualTo(Released.sealed(Released.unsealed(RecordFormat.write(run))))
                .startsWith("{\"schema\":1,\"id\":\"4271d4d5ffd38035badd\"")
                .doesNotContain("\n");
    }

    @Test
    void many_parameters_are_packed_and_few_are_numbers_as_ever() {
        List<Double> many = IntStream.range(0, 1001).mapToObj(i -> i / 8.0).toList();
        String few = RecordFormat.write(with(many.subList(0, 1000)));
        String packed = RecordFormat.write(with(many));

        assertThat(few).contains("\"parameters\":[0.0,0.125,0.25,");
        assertThat(packed).contains("\"parameters\":\"f32:AAAAAA").hasSizeLessThan(few.length() + 1000);
        assertThat(RecordFormat.read(few).parameters()).isEqualTo(many.subList(0, 1000));
        assertThat(RecordFormat.read(packed).parameters()).isEqualTo(many);
    }

    private static RunRecord with(List<Double> parameters) {
        RunRecord run = RecordFormat.read(Released.text());
        return new RunRecord(
                run.spec(),
                run.outcome(),
                run.steps(),
                run.reason(),
                run.curve(),
                parameters,
                run.facts(),
                run.trainer(),
                run.environment(),
                run.metrics());
    }

    @Test
    void line_ends_after_it_do_not_matter() {
        assertThat(RecordFormat.read(Released.text() + "\r\n\n").id()).isEqualTo("4271d4d5ffd38035badd");
    }

    @Test
    void no_beginning_of_a_record_is_one() {
        byte[] whole = bytes(Released.text());
        for (int length = 0; length < whole.length; length++) {
            byte[] half = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RecordFormat.read(half))
                    .isInstanceOf(DamagedRecordException.class)
                    .hasMessage(WRONG_SUM);
        }
    }

    @Test
    void every_single_flipped_bit_is_found() {
        byte[] whole = bytes(Released.text());
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> RecordFormat.sealed(flipped)).hasMessage(WRONG_SUM);
        }
    }

    @Test
    void an_edited_number_is_found() {
        assertThatThrownBy(() -> RecordFormat.read(Released.text().replace("\"steps\":200,", "\"steps\":201,")))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(WRONG_SUM);
    }

    @Test
    void another_version_is_said() {
        String later = Released.sealed(Released.unsealed(Released.text()).replace("\"schema\":1", "\"schema\":2"));

        assertThatThrownBy(() -> RecordFormat.read(later))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("it is of schema 2; 1 is read here");
    }

    @Test
    void what_an_older_version_did_not_say_is_empty() {
        String older = Released.unsealed(Released.text()).replaceAll(",\"layers\":\\[[^]]*]", "");

        assertThat(RecordFormat.read(Released.sealed(older)).facts().layers()).isEmpty();
    }

    @Test
    void foreign_objects_with_a_right_checksum_are_refused_in_one_bounded_line() {
        String record = Released.unsealed(Released.text());
        for (String foreign : List.of(
                "{\"a\":1}",
                "{\"" + "\\n".repeat(300) + "\":",
                record.replace("\"BUDGET_SPENT\"", "\"" + "X".repeat(3000) + "\""),
                record.replace("\"outcome\":\"BUDGET_SPENT\"", "\"outcome\":null"),
                record.replace("[0,20,", "[0,"),
                record.replace("[0,20,", "[20,0,"),
                record.replace("[0,20,", "[0,0,"),
                record.replace("[1.4643779496067366,", "[1e999,"),
                record.replaceAll("\"curve\":\\{[^}]*}", "\"curve\":{\"steps\":[],\"loss\":[]}"),
                record.replace("\"steps\":[200],\"values\"", "\"steps\":[200,201],\"values\""),
                "[".repeat(100_000) + "}")) {
            assertThatThrownBy(() -> RecordFormat.read(Released.sealed(foreign)))
                    .isInstanceOf(DamagedRecordException.class)
                    .hasMessageStartingWith("it is not a run record: ")
                    .satisfies(refusal -> assertThat(refusal.getMessage())
                            .hasSizeBetween(30, 230)
                            .doesNotContain("\n"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
