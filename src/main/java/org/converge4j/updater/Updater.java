package org.converge4j.updater;

import java.util.Optional;
import org.converge4j.catalog.UpdaterSettings;
import org.nd4j.linalg.learning.config.IUpdater;

/** A rule that turns gradients into parameter changes. */
public interface Updater extends UpdaterSettings {
    /** The rule as a DL4J updater, new at each call, ready for anyone's network. */
    IUpdater toDl4j();

    /** The article's equation with these settings, where this updater stands in for it. */
    default Optional<Updater> article() {
        return Optional.empty();
    }
}
