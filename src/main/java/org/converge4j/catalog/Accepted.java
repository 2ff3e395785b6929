package org.converge4j.catalog;

import java.util.Map;
import org.converge4j.catalog.message.Mismatch;
import org.jspecify.annotations.Nullable;

/** Checks settings that were written in Java rather than read from a file, by the same bounds. */
public final class Accepted {
    private Accepted() {}

    /**
     * The settings themselves.
     *
     * @throws CatalogException if a number is out of range, or the variant is unusable
     */
    public static <S extends Settings> S require(S settings) {
        Variant<Settings> variant = Variant.of(settings.getClass());
        if (!variant.about().unusable().isEmpty()) {
            throw new CatalogException(
                    variant.name() + " cannot be used: " + variant.about().unusable());
        }
        Map<String, Object> values = Variant.settingsOf(settings);
        variant.parameters().forEach(p -> require(variant.name(), p, values.get(p.name())));
        return settings;
    }

    private static void require(String variant, Parameter parameter, @Nullable Object value) {
        if (value == null) {
            throw new CatalogException(
                    variant + "." + parameter.name() + ": " + Mismatch.missing(parameter.accepted()) + ".");
        }
        if (value instanceof Number number) {
            parameter.refusal(number.doubleValue()).ifPresent(expected -> {
                throw new CatalogException(variant + "." + parameter.name() + ": "
                        + Mismatch.of(expected, Mismatch.quoted(number.toString())) + ".");
            });
        }
    }
}
