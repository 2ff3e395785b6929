package org.converge4j.catalog.message;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;

/** What the JSON of a value looks like, as people call it. */
enum JsonKind {
    ANYTHING("a value"),
    PERHAPS("a value or nothing"),
    TEXT("a text"),
    TRUTH("true or false"),
    NUMBER("a number"),
    WHOLE("a whole number of at most " + Integer.MAX_VALUE),
    LONG_WHOLE("a whole number of at most " + Long.MAX_VALUE),
    WORD("a word"),
    LIST("a list"),
    NAMED("an object"),
    OBJECT("an object");

    private final String spoken;

    JsonKind(String spoken) {
        this.spoken = spoken;
    }

    static JsonKind of(JavaType type) {
        if (type.isReferenceType()) {
            return PERHAPS;
        }
        if (type.isEnumType()) {
            return WORD;
        }
        if (type.isMapLikeType()) {
            return NAMED;
        }
        return type.isContainerType() ? LIST : ofClass(type.getRawClass());
    }

    private static JsonKind ofClass(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.Object" -> ANYTHING;
            case "java.lang.String" -> TEXT;
            case "java.lang.Boolean", "boolean" -> TRUTH;
            case "java.lang.Double", "double" -> NUMBER;
            case "java.lang.Integer", "int" -> WHOLE;
            case "java.lang.Long", "long" -> LONG_WHOLE;
            default -> OBJECT;
        };
    }

    /** Whether the value that begins at the parser is of this kind; what is in it is not looked at. */
    boolean accepts(JsonParser parser, JavaType type) {
        JsonToken token = parser.currentToken();
        return switch (this) {
            case ANYTHING -> token != JsonToken.VALUE_NULL;
            case PERHAPS -> of(type.getReferencedType()).accepts(parser, type.getReferencedType());
            case TEXT -> token == JsonToken.VALUE_STRING;
            case TRUTH -> token.isBoolean();
            case NUMBER -> token.isNumeric();
            case WHOLE -> token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT;
            case LONG_WHOLE -> token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER;
            case WORD -> token == JsonToken.VALUE_STRING && words(type).contains(parser.getString());
            case LIST -> token == JsonToken.START_ARRAY;
            case NAMED, OBJECT -> token == JsonToken.START_OBJECT;
        };
    }

    /** Whether an object without such a part is whole, or with null for it: older files have fewer lists. */
    static boolean mayBeMissing(JavaType type) {
        return type.isReferenceType() || type.isCollectionLikeType();
    }

    /** A type's values, as messages call what was expected. */
    static String expected(JavaType type) {
        return switch (of(type)) {
            case PERHAPS -> expected(type.getReferencedType());
            case WORD -> Mismatch.oneOf(words(type));
            default -> of(type).spoken;
        };
    }

    /** The words of an enumeration; none for other types. */
    static List<String> words(JavaType type) {
        return type.isEnumType()
                ? Arrays.stream(type.getRawClass().getEnumConstants())
                        .map(word -> ((Enum<?>) word).name())
                        .toList()
                : List.of();
    }

    /** What stands at the parser. */
    static String found(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            default -> Mismatch.quoted(parser.getString());
        };
    }
}
