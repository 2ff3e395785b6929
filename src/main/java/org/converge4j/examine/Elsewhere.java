package org.converge4j.examine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.Arguments;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Updater;

/**
 * What a library other than DL4J computes under an updater's name.
 *
 * @param library its name
 * @param call what makes the rule there
 * @param atDefaults the entry of the catalog that takes the same steps, at the library's defaults
 * @param atOurs the same at the settings of the updater that was asked about, as far as both have them
 */
record Elsewhere(String library, String call, Updater atDefaults, Updater atOurs) {
    /** Settings that rules of one name share; what else an entry sets is what makes it the library's rule. */
    private static final Set<String> SHARED = Set.of(
            "learningRate",
            "beta",
            "beta1",
            "beta2",
            "beta3",
            "adamBeta1",
            "adamBeta2",
            "epsilon",
            "weightDecay",
            "momentum",
            "rho",
            "grow",
            "shrink",
            "least",
            "most");

    /** Where the rules of other libraries lie that are none of the catalog's. */
    private static final String ROOM = "org.converge4j.updater.elsewhere.";

    /** Those of an updater's name, and of that of its namesake in PyTorch. */
    static List<Elsewhere> of(Updater updater, Catalog catalog) {
        String own = Variant.of(updater.getClass()).name();
        Optional<String> torch =
                updater.torch().map(rule -> Variant.of(rule.getClass()).name());
        return LibraryLine.all()
                .filter(line -> line.name().equals(own)
                        || torch.filter(line.name()::equals).isPresent())
                .map(line -> of(line, updater, catalog))
                .toList();
    }

    private static Elsewhere of(LibraryLine line, Updater updater, Catalog catalog) {
        Variant<? extends UpdaterSettings> entry = entry(line.entry(), catalog);
        Updater atDefaults = (Updater) Arguments.create(entry, line.settings());
        Map<String, Object> ours = new LinkedHashMap<>(Variant.settingsOf(updater));
        ours.computeIfAbsent("rho", name -> ours.get("alpha")); // as PyTorch's RMSprop calls it
        Map<String, Object> shared = new LinkedHashMap<>(Variant.settingsOf(atDefaults));
        boolean same = atDefaults.getClass().equals(updater.getClass());
        shared.replaceAll((name, value) -> {
            boolean makesTheRule = !SHARED.contains(name)
                    && (!same || line.settings().stream().anyMatch(setting -> setting.startsWith(name + "=")));
            return makesTheRule ? value : ours.getOrDefault(name, value);
        });
        return new Elsewhere(line.library(), line.call(), atDefaults, (Updater) entry.create(shared));
    }

    /** Whether the entry is one that an experiment can name. */
    boolean isOfCatalog() {
        return !atDefaults.getClass().getName().startsWith(ROOM);
    }

    private static Variant<? extends UpdaterSettings> entry(String name, Catalog catalog) {
        Optional<Variant<UpdaterSettings>> ours = Catalog.named(catalog.updaters(), name);
        return ours.isPresent() ? ours.get() : Variant.of(elsewhere(name));
    }

    private static Class<? extends UpdaterSettings> elsewhere(String name) {
        try {
            return Class.forName(ROOM + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                    .asSubclass(UpdaterSettings.class);
        } catch (ClassNotFoundException broken) {
            throw new AssertionError("the table of libraries names " + name, broken);
        }
    }
}
