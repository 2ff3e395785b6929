package org.converge4j.updater.article;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;

/**
 * The article's Momentum to the letter: the velocity is an exponential moving average of the gradients.
 *
 * @param learningRate η
 * @param beta β, the share of the old velocity that is kept
 */
@About(
        value = "The article's Momentum, exactly",
        family = Family.EXACT,
        article = "v ← β v + (1−β) g;  θ ← θ − η v",
        equation = "v ← β v + (1−β) g;  θ ← θ − η v",
        differs = {
            "lookahead: DL4J's only momentum is Nesterov's, which weighs the newest gradient more; no constant setting undoes that",
            "scale: the article's velocity is an average, DL4J's and torch's are sums; their learning rate is learningRate times 1 - beta",
            "learning rate: DL4J's velocity contains it, the article's and torch's do not; under a schedule they part"
        },
        source = "the article; torch.optim.SGD(lr=η(1−β), momentum=β) takes the same steps")
public record EmaMomentum(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β of the velocity kept", atLeast = 0, below = 1)
        double beta)
        implements Rule {
    public EmaMomentum() {
        this(0.01, 0.9);
    }

    @Override
    public List<String> state() {
        return List.of("v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] v = state[0];
        for (int i = 0; i < gradient.length; i++) {
            v[i] = beta * v[i] + (1 - beta) * gradient[i];
            gradient[i] = step.learningRate() * v[i];
        }
    }

    @Override
    public Optional<Updater> article() {
        return Optional.of(this);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "momentum");
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchSgd", Map.of("learningRate", learningRate * (1 - beta), "momentum", beta));
    }
}
