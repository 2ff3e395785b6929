package org.converge4j.result;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Trial;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads records so that those which say the same of problem, trial and machine say it with one object: a sweep repeats them thousands of
 * times. What stands there word for word as before is not even read again, which is half of a record's time. May be used by several
 * threads.
 */
public final class Sharing {
    private static final String TEXT = "text";

    private final Map<Object, Object> values = new ConcurrentHashMap<>();
    private final Map<Place, Object> texts = new ConcurrentHashMap<>();
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
                        .addDeserializer(Environment.class, new Repeated<>(Environment.class)))
                .build();
    }

    /**
     * The record of a JSON text in UTF-8.
     *
     * @throws tools.jackson.core.JacksonException if there is none, without a good word on why
     */
    public RunRecord read(byte[] text) {
        return sharing.readerFor(RunRecord.class).withAttribute(TEXT, text).readValue(text);
    }

    /** The first value that equals this one. */
    private <T> T first(Class<T> type, T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : type.cast(first);
    }

    /**
     * What was read from a text, to be found by that text.
     *
     * @param type of what was read: one text may be read as several
     */
    private record Place(Class<?> type, String text) {}

    /** Reads a value that occurs again and again. */
    private final class Repeated<T> extends ValueDeserializer<T> {
        private final Class<T> type;

        Repeated(Class<T> type) {
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser from, DeserializationContext context) {
            byte[] text = (byte[]) context.getAttribute(TEXT);
            int begin = Math.toIntExact(from.currentTokenLocation().getByteOffset());
            from.skipChildren();
            int length = Math.toIntExact(from.currentLocation().getByteOffset()) - begin;
            Place place = new Place(type, new String(text, begin, length, StandardCharsets.ISO_8859_1));
            return type.cast(
                    texts.computeIfAbsent(place, unread -> first(type, plain.readValue(text, begin, length, type))));
        }
    }
}
