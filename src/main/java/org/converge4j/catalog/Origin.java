package org.converge4j.catalog;

import java.net.URL;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a variant's class came from. */
final class Origin {
    private Origin() {}

    /**
     * The same variants; one of a user's takes the place of ours of that name.
     *
     * @throws CatalogException if two others have one name; it says where each came from
     */
    static <S extends Settings> List<Variant<S>> requireDifferentNames(List<Variant<S>> variants) {
        Map<String, Variant<S>> byName = new LinkedHashMap<>();
        List<Variant<S>> oursFirst = variants.stream()
                .sorted(Comparator.comparing(variant -> !isOurs(variant.type())))
                .toList();
        for (Variant<S> variant : oursFirst) {
            Variant<S> earlier = byName.put(variant.name(), variant);
            if (earlier != null && isOurs(earlier.type()) == isOurs(variant.type())) {
                throw new CatalogException("expected different names, found two variants called " + variant.name()
                        + ": " + of(earlier) + " and " + of(variant) + ".");
            }
        }
        return List.copyOf(byName.values());
    }

    private static boolean isOurs(Class<?> type) {
        return place(type).equals(place(Origin.class));
    }

    private static Optional<String> place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return Optional.ofNullable(source).map(CodeSource::getLocation).map(URL::getPath);
    }

    private static String of(Variant<?> variant) {
        Class<?> type = variant.type();
        Optional<String> place = place(type);
        return type.getName() + " of " + (isOurs(type) ? "converge4j" : place.orElse("somewhere"));
    }
}
