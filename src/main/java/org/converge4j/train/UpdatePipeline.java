package org.converge4j.train;

import java.util.List;
import org.converge4j.experiment.Decay;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * One change of flat parameters by one updater, in PyTorch's order: the schedule sets the rate, the gradient is clipped,
 * coupled decay joins it, DL4J's updater turns it into an update, decoupled decay joins that, and it is subtracted.
 */
final class UpdatePipeline {
    /** Where DL4J's Adam family reads a rate of 0 as ε: a rate this small moves nothing and is not 0. */
    private static final double NEXT_TO_NOTHING_DOUBLE = 1e-300;

    private static final double NEXT_TO_NOTHING_FLOAT = 1e-35;

    private final INDArray parameters;
    private final Treatment treatment;
    private final Decay decay;
    private final Clipper clipper;
    private final GradientUpdater<?> updater;
    private final IUpdater settings;
    private final Rates rates;
    private double factor = 1;

    /**
     * For one replica.
     *
     * @param parameters flat, changed in place
     * @throws IllegalArgumentException if updater and treatment would both decay the parameters
     */
    UpdatePipeline(Replica replica, INDArray parameters) {
        this(replica, parameters, replica.updater().toDl4j(), 1, Rates.own(replica.updater()));
    }

    /**
     * For several replicas, whose updaters are {@link Separable} and differ in their learning rate alone. A replica's numbers
     * do not depend on the others, but may differ by rounding from those of a pipeline of its own.
     *
     * @param parameters flat, changed in place: parameter i of replica r lies at i · replicas + r
     */
    static UpdatePipeline of(List<Replica> replicas, INDArray parameters) {
        IUpdater rule = replicas.get(0).updater().toDl4j();
        if (rule.hasLearningRate()) {
            rule.setLrAndSchedule(1, null);
        }
        return new UpdatePipeline(replicas.get(0), parameters, rule, replicas.size(), Rates.each(replicas, parameters));
    }

    private UpdatePipeline(Replica first, INDArray parameters, IUpdater rule, int replicas, Rates rates) {
        this.parameters = parameters;
        this.treatment = first.treatment();
        this.decay = treatment.with(first.updater().decay());
        this.clipper = new Clipper(treatment.clip(), replicas);
        this.updater = instantiate(rule);
        this.settings = updater.getConfig();
        this.rates = rates;
    }

    /**
     * Changes the parameters.
     *
     * @param gradient of the mean loss, flat like the parameters; overwritten
     * @param step t = 1 for the first change
     */
    void apply(INDArray gradient, int step) {
        schedule(step);
        clipper.clip(gradient);
        if (decay.kind() == Decay.Kind.COUPLED) {
            gradient.addi(parameters.mul(decay.rate()));
        }
        updater.applyUpdater(gradient, step - 1, 0);
        if (!settings.hasLearningRate() && factor != 1) {
            gradient.muli(factor);
        }
        rates.scale(gradient);
        if (decay.kind() == Decay.Kind.DECOUPLED) {
            gradient.addi(rates.times(parameters).muli(decay.rate() * factor));
        }
        parameters.subi(gradient);
    }

    private void schedule(int step) {
        double next = treatment.schedule().factor(step - 1);
        if (next != factor && settings.hasLearningRate()) {
            settings.setLrAndSchedule(Math.max(rates.dl4j() * next, nextToNothing()), null);
        }
        factor = next;
    }

    private double nextToNothing() {
        return parameters.dataType() == DataType.DOUBLE ? NEXT_TO_NOTHING_DOUBLE : NEXT_TO_NOTHING_FLOAT;
    }

    private GradientUpdater<?> instantiate(IUpdater rule) {
        long size = rule.stateSize(parameters.length());
        INDArray state = size == 0 ? null : Nd4j.create(parameters.dataType(), size);
        return rule.instantiate(state, true);
    }
}
