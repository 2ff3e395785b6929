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
        SightPromises sight = new SightPromises(variant);
        List<Finding> findings = new ArrayList<>(kept(new SettingPromises(variant).all()));
        Finding steps = sight.steps().keep();
        findings.add(steps);
        if (steps.broken().isEmpty()) {
            findings.addAll(kept(sight.all()));
            findings.addAll(kept(new NetworkPromises(variant).all()));
            findings.addAll(kept(new DescentPromises(variant).all()));
        }
        return List.copyOf(findings);
    }

    private static List<Finding> kept(List<Promise> promises) {
        return promises.stream().map(Promise::keep).toList();
    }
}
