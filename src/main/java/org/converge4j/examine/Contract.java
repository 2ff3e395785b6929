package org.converge4j.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;

/** What every updater of the catalog must keep, whoever wrote it. */
public final class Contract {
    private Contract() {}

    /** Tries every promise on an updater with its default settings; one that cannot be made of them, or takes no step, is told that alone. */
    public static List<Finding> examine(Variant<UpdaterSettings> variant) {
        String unusable = variant.about().unusable();
        if (!unusable.isEmpty()) {
            return List.of(new Promise("can be used", () -> Promise.unless(false, unusable)).keep());
        }
        SettingPromises settings = new SettingPromises(variant);
        SightPromises sight = new SightPromises(variant);
        NetworkPromises network = new NetworkPromises(variant);
        DescentPromises descent = new DescentPromises(variant);
        List<Supplier<List<Promise>>> stages =
                List.of(settings::first, settings::others, sight::steps, sight::all, network::all, descent::all);
        List<Finding> findings = new ArrayList<>();
        for (Supplier<List<Promise>> stage : stages) {
            List<Finding> found = stage.get().stream().map(Promise::keep).toList();
            findings.addAll(found);
            if (isEnd(found)) {
                break;
            }
        }
        return List.copyOf(findings);
    }

    private static boolean isEnd(List<Finding> found) {
        return found.stream()
                .anyMatch(finding -> finding.broken().isPresent()
                        && Stream.of(SettingPromises.DEFAULTS, SightPromises.STEPS)
                                .anyMatch(finding.promise()::equals));
    }
}
