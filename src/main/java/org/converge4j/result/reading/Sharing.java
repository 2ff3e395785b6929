package org.converge4j.result.reading;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.RunRecord;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads records so that those which say the same of problem, trial and machine say it with one object: a sweep repeats them thousands of
 * times. What stands there word for word as before is not even read again, which is half of a record's time; its curve is read by
 * itself. May be used by several threads.
 */
public final class Sharing {
    private static final String TEXT = "text";
    private static final String CURVE = "curve";

    private final CurveReader curves = new CurveReader();
    private final JsonMapper plain;
    private final JsonMapper sharing;

    /**
     * Nothing is known yet.
     *
     * @param json reads values
     */
    public Sharing(JsonMapper json) {
        this.plain = json;
        this.sharing = json.rebuild()
                .addModule(new SimpleModule()
                        .addDeserializer(Trial.class, new Repeated<>(Trial.class))
                        .addDeserializer(ProblemFacts.class, new Repeated<>(ProblemFacts.class))
                        .addDeserializer(Environment.class, new Repeated<>(Environment.class))
                        .addDeserializer(Curve.class, new CutOut()))
                .build();
    }

    /** Looks through what a record is made of before there is one to read. */
    public void expect() {
        sharing.readerFor(RunRecord.class);
        plain.readerFor(Trial.class);
        plain.readerFor(ProblemFacts.class);
        plain.readerFor(Environment.class);
    }

    /**
     * The record of a JSON text in UTF-8.
     *
     * @throws tools.jackson.core.JacksonException if there is none, without a good word on why
     */
    public RunRecord read(byte[] text) {
        return curves.cut(text)
                .map(cut -> reader(cut.rest()).withAttribute(CURVE, cut.curve()).<RunRecord>readValue(cut.rest()))
                .orElseGet(() -> reader(text).readValue(text));
    }

    private ObjectReader reader(byte[] text) {
        return sharing.readerFor(RunRecord.class).withAttribute(TEXT, text);
    }

    /** The text of the value that a parser has come to, each byte a character; the parser leaves it behind. */
    private static String text(JsonParser from, DeserializationContext context) {
        byte[] text = (byte[]) context.getAttribute(TEXT);
        int begin = Math.toIntExact(from.currentTokenLocation().getByteOffset());
        from.skipChildren();
        int length = Math.toIntExact(from.currentLocation().getByteOffset()) - begin;
        return new String(text, begin, length, StandardCharsets.ISO_8859_1);
    }

    private <T> T value(String text, Class<T> type) {
        return plain.readValue(text.getBytes(StandardCharsets.ISO_8859_1), type);
    }

    /** Reads a value that occurs again and again. */
    private final class Repeated<T> extends ValueDeserializer<T> {
        private final Class<T> type;

        /** What was read, by its text. */
        private final Map<String, T> known = new ConcurrentHashMap<>();

        Repeated(Class<T> type) {
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser from, DeserializationContext context) {
            return known.computeIfAbsent(text(from, context), text -> value(text, type));
        }
    }

    /** Reads a curve, or finds that it has been read already. */
    private final class CutOut extends ValueDeserializer<Curve> {
        @Override
        public Curve deserialize(JsonParser from, DeserializationContext context) {
            boolean isCut = from.hasToken(JsonToken.VALUE_NUMBER_INT)
                    && from.currentName().equals(CURVE);
            return isCut && context.getAttribute(CURVE) instanceof Curve cut
                    ? cut
                    : value(text(from, context), Curve.class);
        }
    }
}
