package org.converge4j.catalog.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a JSON text is not the value that was to be read. The library that reads it speaks of its own classes; so the text is walked
 * along the value's type once more, up to its first fault.
 */
public final class Misread {
    private static final int LONGEST = 250;
    private static final int SHOWN_BYTES = 20;

    private Misread() {}

    /**
     * What is wrong with a text, on one line: {@code trials[0].label: expected a text, found null}.
     *
     * @param failure what reading it as the type ended with
     */
    public static String of(JacksonException failure, byte[] text, Class<?> type, JsonMapper json) {
        String place = place(failure);
        String why = failure.getCause() instanceof IllegalArgumentException ours
                ? JsonFault.after(place) + ours.getMessage()
                : walked(text, json.constructType(type), json)
                        .orElse(JsonFault.after(place) + Mismatch.of("other values", "some that do not fit together"));
        return Printable.of(why, LONGEST);
    }

    private static Optional<String> walked(byte[] text, JavaType type, JsonMapper json) {
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.of(Mismatch.of(JsonKind.expected(type), "nothing"));
            }
            Optional<String> fault = new JsonFault(parser, json).in(type, "");
            return fault.isEmpty() && parser.nextToken() != null
                    ? Optional.of(at(parser.currentTokenLocation()) + Mismatch.of("the end", JsonKind.found(parser)))
                    : fault;
        } catch (JacksonException broken) {
            return Optional.of(at(broken.getLocation()) + Mismatch.of("JSON", found(broken, text)));
        }
    }

    /** What stands where a text ceases to be JSON: its end, more levels than are read, or its next characters. */
    public static String found(JacksonException broken, byte[] text) {
        if (broken instanceof UnexpectedEndOfInputException) {
            return "its end";
        }
        if (broken instanceof StreamConstraintsException) {
            return String.valueOf(broken.getOriginalMessage()).contains("nesting depth")
                    ? "more than " + StreamReadConstraints.defaults().getMaxNestingDepth() + " levels"
                    : "a name, number or text that is too long";
        }
        int at = (int) Math.max(0, broken.getLocation().getByteOffset());
        byte[] rest = Arrays.copyOfRange(text, Math.min(at, text.length), Math.min(at + SHOWN_BYTES, text.length));
        return rest.length == 0 ? "its end" : Mismatch.quoted(new String(rest, StandardCharsets.UTF_8));
    }

    private static String at(TokenStreamLocation place) {
        return place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    }

    private static String place(JacksonException failure) {
        return failure.getPath().stream()
                .reduce(
                        "",
                        (place, step) -> step.getPropertyName() == null
                                ? place + "[" + step.getIndex() + "]"
                                : JsonFault.step(place, step.getPropertyName()),
                        String::concat);
    }
}
