package org.converge4j.updater;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Variant;

/**
 * The rule that goes by an updater's name elsewhere: in the article, in DL4J, in PyTorch. It is named as in the catalog, so that no
 * library's rules need to know another's.
 */
public final class Namesake {
    private Namesake() {}

    /** The updater of a name, with the settings that both have. */
    public static Optional<Updater> of(Updater updater, String name) {
        return of(updater, name, Map.of());
    }

    /**
     * The updater of a name, with the settings that both have, but for some.
     *
     * @param different the settings that are called otherwise there, or mean something else; their values there
     */
    public static Optional<Updater> of(Updater updater, String name, Map<String, ?> different) {
        Map<String, Object> settings = new LinkedHashMap<>(Variant.settingsOf(updater));
        settings.putAll(different);
        return Optional.of((Updater) Shipped.named(name).create(settings));
    }
}
