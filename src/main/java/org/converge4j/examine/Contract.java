package org.converge4j.examine;

import java.util.List;
import java.util.stream.Stream;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;

/** What every updater of the catalog must keep, whoever wrote it. */
public final class Contract {
    private Contract() {}

    /** Tries every promise on an updater with its default settings. */
    public static List<Finding> examine(Variant<UpdaterSettings> variant) {
        String unusable = variant.about().unusable();
        if (!unusable.isEmpty()) {
            return List.of(new Promise("can be used", () -> Promise.unless(false, unusable)).keep());
        }
        return Stream.of(
                        new SettingPromises(variant).all(),
                        new SightPromises(variant).all(),
                        new NetworkPromises(variant).all(),
                        new DescentPromises(variant).all())
                .flatMap(List::stream)
                .map(Promise::keep)
                .toList();
    }
}
