package org.converge4j.result.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.result.Released;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** What is read quickly is what Jackson reads by itself, from records as they are written and from such as others might have. */
class SharingTest {
    private static final Pattern CURVE = Pattern.compile("\"curve\":\\{[^}]*}");

    private final Sharing sharing = new Sharing(RecordFormat.JSON);

    @Test
    void released_records_are_what_they_are_to_jackson() {
        for (Path file : Released.files()) {
            assertReadAlike(Released.text(file).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'steps':[0,3,17],'loss':[1.5,4.9E-324,1.7976931348623157E308]}",
                "{'steps':[0,3,17],'loss':[0.1,-0.0,12345678901234567000]}",
                "{'steps':[0,3,17],'loss':[9007199254740993,0.30000000000000004,2.2250738585072011e-308]}",
                "{'steps':[0],'loss':[0]}",
                "{'steps':[0,1234567890],'loss':[1,2]}",
                "{'steps':[0],'loss':[0.1000000000000000055511151231257827021181583404541015625]}",
                "{'loss':[2.0,1.0],'steps':[0,1]}",
                "{ 'steps' : [0, 1], 'loss' : [2.0, 1.0] }",
                "{'steps':[0, 1],'loss':[2.0, 1.0]}",
                "{'steps':[0,1],'loss':[2.0, 1.0]}"
            })
    void a_curve_is_read_however_it_is_written(String curve) {
        assertReadAlike(with("'curve':" + curve));
    }

    @Test
    void a_curve_that_is_shorter_than_the_one_before_is_read_to_its_own_end() {
        assertReadAlike(with("'curve':{'steps':[0,1,2],'loss':[3.0,2.0,1.0]}"));
        assertReadAlike(with("'curve':{'steps':[0,1],'loss':[3.0,2.0]}"));
        assertReadAlike(with("'curve':{'steps':[0,1,2,3],'loss':[3.0,2.0,1.0,0.5]}"));
    }

    @Test
    void a_second_curve_is_not_mistaken_for_the_first() {
        String second = "'stepped':{'steps':[0],'loss':[7.0]}";

        assertReadAlike(with(second + ",'curve':{'steps':[0],'loss':[1.0]}"));
        assertReadAlike(with("'curve':{'steps':[0],'loss':[1.0]}," + second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'curve':{'steps':[0,1],'loss':[1.0]}",
                "'curve':{'steps':[0],'loss':[1.0,2.0]}",
                "'curve':{'steps':[0,0],'loss':[1.0,2.0]}",
                "'curve':{'steps':[0],'loss':[1e999]}",
                "'curve':{'steps':[0],'loss':[NaN]}",
                "'curve':{'steps':[0],'loss':[1.]}",
                "'curve':{'steps':[0],'loss':['1']}",
                "'curve':{'steps':[0],'loss':[1.0}",
                "'curve':{'steps':[],'loss':[]}",
                "'curve':{'steps':[0],'loss':[1.0]},'stepped':0",
                "'curve':0"
            })
    void what_is_no_curve_is_refused(String curve) {
        String text = with(curve);

        assertThatThrownBy(() -> RecordFormat.JSON.readValue(text, RunRecord.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> sharing.read(bytes(text))).isInstanceOf(JacksonException.class);
    }

    private void assertReadAlike(String text) {
        assertThat(sharing.read(bytes(text))).isEqualTo(RecordFormat.JSON.readValue(text, RunRecord.class));
    }

    /** A record with something in place of its curve. */
    private static String with(String curve) {
        Matcher old = CURVE.matcher(Released.text(Released.files().get(0)).strip());
        return old.replaceFirst(Matcher.quoteReplacement(curve.replace('\'', '"')));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
