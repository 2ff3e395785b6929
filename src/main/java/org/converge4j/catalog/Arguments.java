package org.converge4j.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.message.Mismatch;

/** Settings as words of a command line: {@code momentum=0.9 nesterov=true}. */
public final class Arguments {
    private Arguments() {}

    /**
     * The record of a variant with these settings, the others at their defaults.
     *
     * @throws CatalogException naming the first word that is no setting of the variant, or has no value it accepts
     */
    public static <S extends Settings> S create(Variant<S> variant, List<String> words) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Parameter parameter =
                    variant.parameter(name).orElseThrow(() -> new CatalogException(unknown(variant, name)));
            if (equals < 0) {
                throw new CatalogException(
                        variant.name() + ": " + Mismatch.of(name + "=VALUE", Mismatch.quoted(word)) + ".");
            }
            settings.put(name, value(variant.name() + "." + name, parameter, word.substring(equals + 1)));
        }
        return variant.create(settings);
    }

    private static String unknown(Variant<?> variant, String name) {
        List<String> known = variant.parameters().stream().map(Parameter::name).toList();
        return variant.name() + ": " + Mismatch.unknown("setting " + Mismatch.quoted(name), name, known);
    }

    private static Object value(String where, Parameter parameter, String text) {
        try {
            if (parameter.type() == boolean.class && (text.equals("true") || text.equals("false"))) {
                return Boolean.valueOf(text);
            }
            if (parameter.type() == double.class
                    && parameter.refusal(Double.parseDouble(text)).isEmpty()) {
                return Double.valueOf(text);
            }
            if (parameter.type() == int.class || parameter.type() == long.class) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new CatalogException(where + ": " + Mismatch.of(parameter.accepted(), Mismatch.quoted(text)) + ".");
    }
}
