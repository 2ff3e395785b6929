package org.converge4j.catalog;

import java.net.URL;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a variant's class came from. */
final class Origin {
    private Origin() {}

    /**
     * The same variants.
     *
     * @throws CatalogException if two have one name; it says where each came from
     */
    static <S extends Settings> List<Variant<S>> requireDifferentNames(List<Variant<S>> variants) {
        Map<String, Variant<S>> byName = new HashMap<>();
        for (Variant<S> variant : variants) {
            Variant<S> earlier = byName.putIfAbsent(variant.name(), variant);
            if (earlier != null) {
                throw new CatalogException("expected different names, found two variants called " + variant.name()
                        + ": " + of(earlier) + " and " + of(variant) + ".");
            }
        }
        return variants;
    }

    private static String of(Variant<?> variant) {
        Class<?> type = variant.type();
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        boolean ours = type.getClassLoader() == Origin.class.getClassLoader();
        return type.getName() + " of " + (ours || place == null ? "converge4j" : place.getPath());
    }
}
