package org.converge4j.updater.dl4j;

import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Updater;
import org.converge4j.updater.Wrapper;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * DL4J's NoOp. It does not freeze anything: the gradient itself is subtracted, as if η were 1.
 */
@About(
        value = "DL4J's NoOp: gradient descent with step size 1, not a freeze",
        family = Family.DL4J,
        equation = "θ ← θ − g",
        source = "DL4J NoOp")
public record NoOp() implements Wrapper {
    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.NoOp();
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchSgd", Map.of("learningRate", 1));
    }
}
