package org.converge4j.catalog.message;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names that may be many, in a few words. */
public final class Few {
    private Few() {}

    /** "a, b, c", or "a, b, … 12 in all". */
    public static String of(Collection<String> names, int most) {
        return names.stream().limit(most).collect(Collectors.joining(", "))
                + (names.size() > most ? ", … " + names.size() + " in all" : "");
    }
}
