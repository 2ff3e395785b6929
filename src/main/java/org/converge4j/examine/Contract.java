package org.converge4j.examine;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;

/** What every updater of the catalog must keep, whoever wrote it. */
public final class Contract {
    private Contract() {}

    /** Tries every promise on an updater with its default settings; of one that takes no step, no more than that is said of its steps. */
    public static List<Finding> examine(Variant<UpdaterSettings> variant) {
        String unusable = variant.about().unusable();
        if (!unusable.isEmpty()) {
            return List.of(new Promise("can be used", () -> Promise.unless(false, unusable)).keep());
        }
        List<Promise> promises = new ArrayList<>(new SettingPromises(variant).all());
        SightPromises sight = new SightPromises(variant);
        promises.add(sight.steps());
        if (sight.steps().keep().broken().isEmpty()) {
            promises.addAll(sight.all());
            promises.addAll(new NetworkPromises(variant).all());
            promises.addAll(new DescentPromises(variant).all());
        }
        return promises.stream().map(Promise::keep).toList();
    }
}
