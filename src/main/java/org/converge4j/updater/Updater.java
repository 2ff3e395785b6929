package org.converge4j.updater;

import java.util.Optional;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.experiment.Decay;
import org.nd4j.linalg.learning.config.IUpdater;

/** A rule that turns gradients into parameter changes. */
public interface Updater extends UpdaterSettings {
    /** The rule as a DL4J updater, new at each call, ready for anyone's network; {@link #decay()} is not part of it. */
    IUpdater toDl4j();

    /** The step size η before any schedule; 1 for a rule that has none. */
    default double learningRate() {
        return 1;
    }

    /** The weight decay that belongs to the rule. It needs the parameters, which a DL4J updater never sees. */
    default Decay decay() {
        return Decay.NONE;
    }

    /** What of its settings does not fit a network of so many parameters; nothing, for most. */
    default Optional<String> misfit(int parameters) {
        return Optional.empty();
    }

    /** The article's rule with these settings, where it has one of this name. */
    default Optional<Updater> article() {
        return Optional.empty();
    }

    /** DL4J's own rule with these settings, where it has one of this name. */
    default Optional<Updater> dl4j() {
        return Optional.empty();
    }

    /** PyTorch's rule with these settings, where it has one of this name. */
    default Optional<Updater> torch() {
        return Optional.empty();
    }
}
