package org.converge4j.updater;

import java.util.List;
import org.converge4j.catalog.AroundSettings;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;

/**
 * Something done around any updater, at one or more of three places: before it, on the gradient; after it, on the update; after the
 * step, on the parameters. What stands around an updater keeps a memory of its own and {@linkplain #reads() reads} as a {@link Rule}
 * does; one that averages parameters may be {@link EvaluatedElsewhere}.
 */
public interface Around extends AroundSettings {
    /** What it remembers, as {@link Rule#state()}. */
    default List<String> state() {
        return List.of();
    }

    /** How long the vector of a name is, as {@link Rule#extent}. */
    default Extent extent(String name) {
        return Extent.PARAMETERS;
    }

    /** Changes the gradient, before it is clipped, decayed and given to the updater. */
    default void before(double[] gradient, double[][] state, Step step) {}

    /**
     * Changes the update, before decoupled decay joins it.
     *
     * @param gradient that the updater was given; not to be changed
     */
    default void after(double[] update, double[] gradient, double[][] state, Step step) {}

    /** Changes the parameters, once the update is subtracted; {@code step} shows those before it to one that reads {@link Reads#PARAMETERS}. */
    default void settle(double[] parameters, double[][] state, Step step) {}
}
