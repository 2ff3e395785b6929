package org.converge4j.run.engine;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;
import org.converge4j.run.plan.Place;
import org.converge4j.run.worker.RefusedException;

/** The kinds of engine that this build has. */
public final class Engines {
    /** Comes with a build profile of the same name only, for its libraries are larger than all others together. */
    private static final String OPTIONAL = "spark";

    private Engines() {}

    /**
     * The engine kind of a place.
     *
     * @throws RefusedException if this build has none of the name, or the place is half described
     */
    public static EngineKind of(Place place) {
        Map<String, EngineKind> kinds = new TreeMap<>(Map.of(Place.LOCAL, new LocalKind()));
        ServiceLoader.load(EngineKind.class, Engines.class.getClassLoader())
                .forEach(kind -> kinds.put(kind.name(), kind));
        EngineKind kind = kinds.get(place.engine());
        if (kind == null) {
            throw new RefusedException("--on: " + why(place.engine(), kinds));
        }
        if (place.engine().equals(Place.LOCAL) && !place.master().isEmpty()) {
            throw new RefusedException(
                    "--master: " + Mismatch.of("--on spark beside it", "none") + ": runs are trained on this machine.");
        }
        return kind;
    }

    private static String why(String found, Map<String, EngineKind> kinds) {
        if (found.equals(OPTIONAL)) {
            return "this build lacks spark; build with it once: mvn -Pspark -Dmaven.test.skip=true package";
        }
        Set<String> expected = new TreeSet<>(kinds.keySet());
        expected.add(OPTIONAL);
        return Mismatch.of(String.join(" or ", expected), Mismatch.quoted(found)) + "." + Nearest.hint(found, expected);
    }
}
