package org.converge4j.catalog;

import java.util.Set;
import org.converge4j.catalog.rule.Reads;

/** The settings of an updater. Implementations are named in a service file of this interface's name. */
public interface UpdaterSettings extends Settings {
    /** What the updater sees besides the gradient, with these settings; nothing, for most. */
    default Set<Reads> reads() {
        return Set.of();
    }

    /** What to write to have DL4J's own {@code fit} take the steps, for an updater that is no {@code IUpdater} there; empty for most. */
    default String insideFit() {
        return "";
    }
}
