package org.converge4j.catalog.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the first part of a JSON text that a type does not have, as one line: {@code trials[0].label: expected a text, found null}. */
final class JsonFault {
    private static final int LONGEST_STEP = 60;

    private final JsonParser parser;
    private final JsonMapper json;

    JsonFault(JsonParser parser, JsonMapper json) {
        this.parser = parser;
        this.json = json;
    }

    /** The fault of the value that begins at the parser, which is left at the value's end where there is none. */
    Optional<String> in(JavaType type, String place) {
        JsonKind kind = JsonKind.of(type);
        if (!kind.accepts(parser, type)) {
            return Optional.of(after(place) + Mismatch.of(JsonKind.expected(type), JsonKind.found(parser)));
        }
        return switch (kind) {
            case PERHAPS -> in(type.getReferencedType(), place);
            case LIST -> inList(type.getContentType(), place);
            case NAMED -> inNamed(type, place);
            case OBJECT -> inObject(parts(type), place);
            default -> {
                parser.skipChildren();
                yield Optional.empty();
            }
        };
    }

    private Optional<String> inList(JavaType content, String place) {
        Optional<String> fault = Optional.empty();
        for (int i = 0; fault.isEmpty() && parser.nextToken() != JsonToken.END_ARRAY; i++) {
            fault = in(content, place + "[" + i + "]");
        }
        return fault;
    }

    private Optional<String> inNamed(JavaType type, String place) {
        List<String> words = JsonKind.words(type.getKeyType());
        Optional<String> fault = Optional.empty();
        while (fault.isEmpty() && parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fault = words.isEmpty() || words.contains(name)
                    ? in(type.getContentType(), step(place, name))
                    : Optional.of(step(place, name) + ": " + Mismatch.unknown("key", name, words));
        }
        return fault;
    }

    private Optional<String> inObject(Map<String, JavaType> parts, String place) {
        Map<String, JavaType> missing = new LinkedHashMap<>(parts);
        missing.values().removeIf(JsonKind::mayBeMissing);
        Optional<String> fault = Optional.empty();
        while (fault.isEmpty() && parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JavaType part = parts.get(name);
            if (part == null) {
                parser.skipChildren(); // of a later version
            } else if (!parser.hasToken(JsonToken.VALUE_NULL) || !JsonKind.mayBeMissing(part)) {
                fault = in(part, step(place, name));
            }
            missing.remove(name);
        }
        return fault.or(() -> missing.entrySet().stream()
                .map(part -> step(place, part.getKey()) + ": " + Mismatch.missing(JsonKind.expected(part.getValue())))
                .findFirst());
    }

    /** What an object of a type is built from, in its order. */
    private Map<String, JavaType> parts(JavaType type) {
        ClassIntrospector introspector = json.deserializationConfig().classIntrospectorInstance();
        Map<String, JavaType> parts = new LinkedHashMap<>();
        introspector
                .introspectForDeserialization(type, introspector.introspectClassAnnotations(type))
                .findProperties()
                .stream()
                .filter(BeanPropertyDefinition::hasConstructorParameter)
                .forEach(part -> parts.put(part.getName(), part.getPrimaryType()));
        return parts;
    }

    /** A place with one more name; names are strangers'. */
    static String step(String place, String name) {
        return (place.isEmpty() ? "" : place + ".") + Printable.of(name, LONGEST_STEP);
    }

    /** A place before what is said of it; the whole has none. */
    static String after(String place) {
        return place.isEmpty() ? "" : place + ": ";
    }
}
