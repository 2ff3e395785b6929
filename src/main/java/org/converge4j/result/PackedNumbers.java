package org.converge4j.result;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.converge4j.catalog.message.Mismatch;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * Many numbers as a short text: {@code f32:} or {@code f64:}, and base64 of their little-endian bytes. A number of 64 bits takes 11
 * characters instead of some 20, one that 32 bits hold takes six.
 */
final class PackedNumbers {
    private static final String SINGLE = "f32:";
    private static final String DOUBLE = "f64:";

    private PackedNumbers() {}

    /** The text of numbers, all of which are read back as they were. */
    static String pack(List<Double> numbers) {
        boolean single = numbers.stream().allMatch(value -> (double) value.floatValue() == value);
        ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * (single ? Float.BYTES : Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (single) {
                bytes.putFloat((float) number);
            } else {
                bytes.putDouble(number);
            }
        }
        return (single ? SINGLE : DOUBLE) + Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * The numbers of a text.
     *
     * @throws IllegalArgumentException if it is none that {@link #pack} wrote
     */
    static List<Double> unpack(String text) {
        boolean single = text.startsWith(SINGLE);
        if (!single && !text.startsWith(DOUBLE)) {
            throw new IllegalArgumentException(
                    Mismatch.of("numbers, or f32: or f64: and base64", Mismatch.quoted(text)));
        }
        byte[] raw = Base64.getDecoder().decode(text.substring(SINGLE.length()));
        if (raw.length % (single ? Float.BYTES : Double.BYTES) != 0) {
            throw new IllegalArgumentException(Mismatch.of("whole numbers", raw.length + " bytes"));
        }
        ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        List<Double> numbers = new ArrayList<>(raw.length / Float.BYTES);
        while (bytes.hasRemaining()) {
            numbers.add(single ? bytes.getFloat() : bytes.getDouble());
        }
        return numbers;
    }

    /** Writes parameters: a list of numbers, as it always was, or packed where there are many. */
    static final class Writer extends ValueSerializer<List<Double>> {
        @Override
        public void serialize(List<Double> numbers, JsonGenerator to, SerializationContext context) {
            if (numbers.size() > RunRecord.FEW_PARAMETERS) {
                to.writeString(pack(numbers));
                return;
            }
            to.writeStartArray();
            numbers.forEach(to::writeNumber);
            to.writeEndArray();
        }
    }

    /** Reads either. */
    static final class Reader extends ValueDeserializer<List<Double>> {
        @Override
        public List<Double> deserialize(JsonParser from, DeserializationContext context) {
            if (from.hasToken(JsonToken.VALUE_STRING)) {
                return unpack(from.getString());
            }
            if (!from.hasToken(JsonToken.START_ARRAY)) {
                throw new IllegalArgumentException("expected a list of numbers or a text that holds them");
            }
            List<Double> numbers = new ArrayList<>();
            while (from.nextToken() != JsonToken.END_ARRAY) {
                numbers.add(from.getDoubleValue());
            }
            return numbers;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return List.of();
        }
    }
}
