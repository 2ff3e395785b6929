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
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * The article's Momentum as near as DL4J has it: {@code Nesterovs(η(1−β), β)}. The total weight of a gradient is the article's
 * η; Nesterovs looks ahead, so a step differs by ηβ(1−β)(g − v).
 *
 * @param learningRate η of the article's equation
 * @param beta β, the share of the old velocity that is kept
 */
@About(
        value = "The article's Momentum, as DL4J's Nesterovs(η(1−β), β)",
        family = Family.ARTICLE,
        article = "v ← β v + (1−β) g;  θ ← θ − η v",
        equation = "v ← β v − η(1−β) g;  θ ← θ + (1+β) v − β v_old",
        differs = {
            "lookahead: DL4J's only momentum is Nesterov's, which weighs the newest gradient more; no constant setting undoes that",
            "scale: the article's velocity is an average, DL4J's and torch's are sums; their learning rate is learningRate times 1 - beta",
            "learning rate: DL4J's velocity contains it, the article's and torch's do not; under a schedule they part"
        },
        source = "DL4J Nesterovs; Sutskever et al. 2013 (https://proceedings.mlr.press/v28/sutskever13.html)")
public record Momentum(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β of the velocity kept", atLeast = 0, below = 1)
        double beta)
        implements Wrapper {
    public Momentum() {
        this(0.01, 0.9);
    }

    @Override
    public IUpdater wrapped() {
        return new Nesterovs(learningRate * (1 - beta), beta);
    }

    @Override
    public Optional<Updater> article() {
        return Namesake.of(this, "emaMomentum");
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchSgd", Map.of("learningRate", learningRate * (1 - beta), "momentum", beta));
    }
}
