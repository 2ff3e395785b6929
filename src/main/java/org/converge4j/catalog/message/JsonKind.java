package org.converge4j.catalog.message;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;

/** What the JSON of a value looks like, as people call it. The first kind that a type is of is its kind. */
enum JsonKind {
    ANYTHING(
            "a value",
            type -> type.hasRawClass(Object.class),
            (parser, type) -> !parser.hasToken(JsonToken.VALUE_NULL)),
    PERHAPS(
            "a value or nothing",
            JavaType::isReferenceType,
            (parser, type) -> of(type.getReferencedType()).accepts(parser, type.getReferencedType())),
    TEXT("a text", type -> type.hasRawClass(String.class), (parser, type) -> parser.hasToken(JsonToken.VALUE_STRING)),
    TRUTH(
            "true or false",
            type -> is(type, Boolean.class, boolean.class),
            (parser, type) -> parser.currentToken().isBoolean()),
    NUMBER(
            "a number",
            type -> is(type, Double.class, double.class),
            (parser, type) -> parser.currentToken().isNumeric()),
    WHOLE(
            "a whole number of at most " + Integer.MAX_VALUE,
            type -> is(type, Integer.class, int.class),
            (parser, type) -> isWhole(parser) && parser.getNumberType() == NumberType.INT),
    LONG_WHOLE(
            "a whole number of at most " + Long.MAX_VALUE,
            type -> is(type, Long.class, long.class),
            (parser, type) -> isWhole(parser) && parser.getNumberType() != NumberType.BIG_INTEGER),
    WORD(
            "a word",
            JavaType::isEnumType,
            (parser, type) ->
                    parser.hasToken(JsonToken.VALUE_STRING) && words(type).contains(parser.getString())),
    LIST(
            "a list",
            type -> type.isCollectionLikeType() || type.isArrayType(),
            (parser, type) -> parser.hasToken(JsonToken.START_ARRAY)),
    NAMED("an object", JavaType::isMapLikeType, (parser, type) -> parser.hasToken(JsonToken.START_OBJECT)),
    OBJECT("an object", type -> true, (parser, type) -> parser.hasToken(JsonToken.START_OBJECT));

    private final String name;
    private final Predicate<JavaType> is;
    private final BiPredicate<JsonParser, JavaType> accepts;

    JsonKind(String name, Predicate<JavaType> is, BiPredicate<JsonParser, JavaType> accepts) {
        this.name = name;
        this.is = is;
        this.accepts = accepts;
    }

    static JsonKind of(JavaType type) {
        return Arrays.stream(values())
                .filter(kind -> kind.is.test(type))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the value that begins at the parser is of this kind; what is in it is not looked at. */
    boolean accepts(JsonParser parser, JavaType type) {
        return accepts.test(parser, type);
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
            default -> of(type).name;
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

    private static boolean is(JavaType type, Class<?> boxed, Class<?> primitive) {
        return type.hasRawClass(boxed) || type.hasRawClass(primitive);
    }

    private static boolean isWhole(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT);
    }
}
