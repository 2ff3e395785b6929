package org.converge4j.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Objects;
import org.converge4j.catalog.message.Printable;
import org.converge4j.report.content.PageData;
import org.converge4j.wording.Language;
import org.converge4j.wording.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Values as JSON that can stand inside a page: numbers with six significant digits, null for those that are not finite, and no
 * character that could end the script element.
 */
final class PageJson {
    private static final MathContext DIGITS = new MathContext(6);
    /** The powers of ten that 64 bits hold exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .addModule(new SimpleModule()
                    .addSerializer(String.class, new Plain())
                    .addSerializer(Text.class, new Said())
                    .addSerializer(double[].class, new Array())
                    .addSerializer(double.class, new Single())
                    .addSerializer(Double.class, new Single()))
            .build()
            .writerFor(PageData.class); // all that a page's data is made of is looked through at once

    private PageJson() {}

    /** Learns how pages' data is written before there is any. */
    static void prepare() {
        Objects.requireNonNull(JSON);
    }

    static String of(PageData value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }

    private static void write(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(rounded(value));
        } else {
            out.writeNull();
        }
    }

    /** To six significant digits: the nearest number to an integer by a power of ten that has no rounding of its own. */
    private static double rounded(double value) {
        int places = DIGITS.getPrecision() - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (places <= -POWERS.length || places >= POWERS.length || value == 0) {
            return new BigDecimal(value).round(DIGITS).doubleValue();
        }
        return places >= 0
                ? Math.rint(value * POWERS[places]) / POWERS[places]
                : Math.rint(value / POWERS[-places]) * POWERS[-places];
    }

    /** Code has lines; nothing else has a control or direction character. */
    private static final class Plain extends ValueSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator out, SerializationContext context) {
            out.writeString(Printable.lines(value));
        }
    }

    /** A string where all languages say the same, or an object with one each, by their codes. */
    private static final class Said extends ValueSerializer<Text> {
        @Override
        public void serialize(Text text, JsonGenerator out, SerializationContext context) {
            String english = text.in(Language.EN);
            if (Arrays.stream(Language.values())
                    .allMatch(language -> text.in(language).equals(english))) {
                out.writeString(Printable.lines(english));
                return;
            }
            out.writeStartObject();
            for (Language language : Language.values()) {
                out.writeStringProperty(language.code(), Printable.lines(text.in(language)));
            }
            out.writeEndObject();
        }
    }

    private static final class Single extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            write(value, out);
        }
    }

    private static final class Array extends ValueSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (double value : values) {
                write(value, out);
            }
            out.writeEndArray();
        }
    }
}
