package org.converge4j.updater.article;

import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Updater;
import org.converge4j.updater.Wrapper;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Plain gradient descent, through DL4J's Sgd: it computes the article's equation itself.
 *
 * @param learningRate η
 */
@About(
        value = "Gradient descent",
        family = Family.ARTICLE,
        article = "θ ← θ − η g",
        equation = "θ ← θ − η g",
        source = "DL4J Sgd; Robbins & Monro 1951 (https://doi.org/10.1214/aoms/1177729586)")
public record Sgd(@Setting(value = "step size η", above = 0) double learningRate) implements Wrapper {
    /** PyTorch's tutorial step size, and the article's. */
    public Sgd() {
        this(0.01);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.Sgd(learningRate);
    }

    @Override
    public Optional<Updater> article() {
        return Namesake.of(this, "emaMomentum", Map.of("beta", 0));
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchSgd");
    }
}
