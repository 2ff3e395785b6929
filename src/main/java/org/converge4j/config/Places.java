package org.converge4j.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.Variant;

/** Where the words of an experiment file belong, written as they stand there: {@code budget: { epochs: … }}. */
final class Places {
    private final Map<String, String> places = new LinkedHashMap<>();

    /** Places of all that a catalog knows; a word that belongs to several is shown at the first. */
    static Map<String, String> of(Catalog catalog) {
        Places places = new Places();
        List.of("data", "network", "function").forEach(key -> places.add(key, "problem: { " + key + ": … }"));
        List.of("steps", "epochs").forEach(key -> places.add(key, "budget: { " + key + ": … }"));
        places.add(catalog.data(), "problem: { data: ", " }");
        places.add(catalog.networks(), "problem: { network: ", " }");
        places.add(catalog.functions(), "problem: { function: ", " }");
        places.add(catalog.updaters(), "updaters: [ ", " ]");
        return places.places;
    }

    /** Names first: a word may also be a setting of another kind. */
    private <S extends Settings> void add(List<Variant<S>> variants, String before, String after) {
        variants.forEach(variant -> add(variant.name(), before + "{ " + variant.name() + ": … }" + after));
        for (Variant<S> variant : variants) {
            for (Parameter parameter : variant.parameters()) {
                add(parameter.name(), before + "{ " + variant.name() + ": { " + parameter.name() + ": … } }" + after);
            }
        }
    }

    private void add(String word, String place) {
        places.putIfAbsent(word, place);
    }
}
