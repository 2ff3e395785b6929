package org.converge4j.updater;

import java.util.Optional;
import org.converge4j.catalog.Accepted;
import org.nd4j.linalg.learning.config.IUpdater;

/** An updater that DL4J computes itself, under our names and bounds. */
public interface Wrapper extends Updater {
    /** DL4J's updater with these settings, which are within their bounds. */
    IUpdater wrapped();

    @Override
    default IUpdater toDl4j() {
        return Accepted.require(this).wrapped();
    }

    @Override
    default Optional<Updater> dl4j() {
        return Optional.of(this);
    }
}
