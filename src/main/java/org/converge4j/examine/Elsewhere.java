package org.converge4j.examine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.converge4j.catalog.Arguments;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Updater;

/**
 * What a library other than DL4J and PyTorch computes under an updater's name.
 *
 * @param library its name
 * @param call what makes the rule there
 * @param atDefaults the entry of the catalog that takes the same steps, at the library's defaults
 * @param atOurs the same at the settings of the updater that was asked about, as far as both have them
 */
record Elsewhere(String library, String call, Updater atDefaults, Updater atOurs) {
    private static final String TABLE = "/org/converge4j/examine/libraries.txt";

    /** Settings that rules of one name share; what else an entry sets is what makes it the library's rule. */
    private static final Set<String> SHARED =
            Set.of("learningRate", "beta1", "beta2", "beta3", "epsilon", "weightDecay", "momentum", "rho");

    /** Those of an updater's name, and of that of its namesake in PyTorch. */
    static List<Elsewhere> of(Updater updater, Catalog catalog) {
        String own = Variant.of(updater.getClass()).name();
        Optional<String> torch =
                updater.torch().map(rule -> Variant.of(rule.getClass()).name());
        return table().map(line -> line.split(" *\\| *", -1))
                .filter(cells ->
                        cells[0].equals(own) || torch.filter(cells[0]::equals).isPresent())
                .map(cells -> of(cells, updater, catalog))
                .toList();
    }

    private static Elsewhere of(String[] cells, Updater updater, Catalog catalog) {
        Variant<?> entry = catalog.updater(cells[3]);
        List<String> settings = cells[4].isEmpty() ? List.of() : List.of(cells[4].split(" ", -1));
        Updater atDefaults = (Updater) Arguments.create(entry, settings);
        Map<String, Object> shared = new LinkedHashMap<>(Variant.settingsOf(atDefaults));
        Variant.settingsOf(updater).forEach((name, value) -> {
            if (SHARED.contains(name)) {
                shared.computeIfPresent(name, (same, old) -> value);
            }
        });
        return new Elsewhere(cells[1], cells[2], atDefaults, (Updater) entry.create(shared));
    }

    /** The lines of the table, comments apart. */
    static Stream<String> table() {
        try (InputStream in = Elsewhere.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        } catch (IOException broken) {
            throw new AssertionError(TABLE + " is part of the jar", broken);
        }
    }
}
