package org.converge4j.train.update;

import java.util.List;
import org.converge4j.experiment.Decay;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Treatment;

/**
 * One change of flat parameters, in PyTorch's order: the schedule sets the rate, the gradient is clipped, coupled decay joins
 * it, the updater turns it into an update, decoupled decay joins that, and it is subtracted.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class Pipeline<A> {
    private final Arithmetic<A> arithmetic;
    private final A parameters;
    private final Treatment treatment;
    private final Decay decay;
    private final Clipper<A> clipper;
    private final Update<A> update;
    private final Rates<A> rates;

    /**
     * For one replica.
     *
     * @param parameters flat, changed in place
     * @throws IllegalArgumentException if updater and treatment would both decay the parameters
     */
    Pipeline(Numeric<A> numeric, Replica replica, A parameters) {
        this(numeric, replica, parameters, 1, Rates.own(numeric, replica.updater()));
    }

    /**
     * For several replicas, whose updaters are {@link Separable} and differ in their learning rate alone. A replica's numbers
     * do not depend on the others, but may differ by rounding from those of a pipeline of its own.
     *
     * @param parameters flat, changed in place: parameter i of replica r lies at i · replicas + r
     */
    public static <A> Pipeline<A> joint(Numeric<A> numeric, List<Replica> replicas, A parameters) {
        Rates<A> rates = Rates.each(numeric, replicas, numeric.arithmetic().length(parameters));
        return new Pipeline<>(numeric, replicas.get(0), parameters, replicas.size(), rates);
    }

    private Pipeline(Numeric<A> numeric, Replica first, A parameters, int replicas, Rates<A> rates) {
        this.arithmetic = numeric.arithmetic();
        this.parameters = parameters;
        this.treatment = first.treatment();
        this.decay = treatment.with(first.updater().decay());
        this.clipper = new Clipper<>(arithmetic, treatment.clip(), replicas, arithmetic.length(parameters));
        this.update = Update.by(first.updater(), numeric, arithmetic.length(parameters));
        this.rates = rates;
    }

    /**
     * Changes the parameters.
     *
     * @param gradient of the mean loss, flat like the parameters; overwritten
     * @param step t = 1 for the first change
     */
    public void apply(A gradient, int step) {
        double factor = treatment.schedule().factor(step - 1);
        clipper.clip(gradient);
        if (decay.kind() == Decay.Kind.COUPLED) {
            arithmetic.addScaled(gradient, parameters, decay.rate());
        }
        update.apply(gradient, step, rates.updater() * factor);
        rates.scale(gradient);
        if (decay.kind() == Decay.Kind.DECOUPLED) {
            rates.decay(gradient, parameters, decay.rate() * factor);
        }
        arithmetic.subtract(parameters, gradient);
    }
}
