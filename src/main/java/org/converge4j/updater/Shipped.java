package org.converge4j.updater;

import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;

/** The updaters that come with converge4j, whatever jars a user adds. */
final class Shipped {
    private static final Catalog CATALOG = Catalog.load(Shipped.class.getClassLoader());

    private Shipped() {}

    /** The updater of a name. */
    static Variant<UpdaterSettings> named(String name) {
        return CATALOG.updater(name);
    }

    /** The updater whose record has this name, in whatever package: files of earlier versions name packages of theirs. */
    static Optional<Variant<UpdaterSettings>> recordNamed(String simpleName) {
        return CATALOG.updaters().stream()
                .filter(variant -> variant.type().getSimpleName().equals(simpleName))
                .findFirst();
    }
}
