package org.converge4j.updater.dl4j;

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
 * DL4J's Nesterovs. At a constant learning rate it takes the steps of {@code torch.optim.SGD(nesterov=True)}; under a schedule
 * it does not, because its velocity contains the learning rate.
 *
 * @param learningRate η
 * @param momentum μ, the share of the old velocity that is kept
 */
@About(
        value = "DL4J's Nesterovs, the learning rate inside the velocity",
        family = Family.DL4J,
        equation = "v ← μ v − η g;  θ ← θ + (1+μ) v − μ v_old",
        differs = {
            "learning rate: DL4J's velocity contains it, torch's does not; at a constant rate they take the same steps, under a schedule they part",
            "lookahead: the article's Momentum has none, and its velocity is an average; its learning rate is learningRate/(1 - momentum)"
        },
        source = "DL4J Nesterovs; Sutskever et al. 2013 (https://proceedings.mlr.press/v28/sutskever13.html)")
public record Nesterovs(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share μ of the velocity kept", atLeast = 0, below = 1)
        double momentum)
        implements Wrapper {
    public Nesterovs() {
        this(0.1, 0.9);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.Nesterovs(learningRate, momentum);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchSgd", Map.of("nesterov", momentum > 0));
    }

    @Override
    public Optional<Updater> article() {
        return Namesake.of(
                this, "emaMomentum", Map.of("learningRate", learningRate / (1 - momentum), "beta", momentum));
    }
}
