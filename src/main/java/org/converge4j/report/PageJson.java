package org.converge4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.JsonGenerator;
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
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(double[].class, new Array())
                    .addSerializer(double.class, new Single())
                    .addSerializer(Double.class, new Single()))
            .build();

    private PageJson() {}

    static String of(Object value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }

    private static void write(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(new BigDecimal(value).round(DIGITS).doubleValue());
        } else {
            out.writeNull();
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
