package org.converge4j.train.update;

import java.util.List;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.experiment.Decay;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Objective;
import org.jspecify.annotations.Nullable;

/**
 * One change of flat parameters, in PyTorch's order: the schedule sets the rate, the gradient is clipped, coupled decay joins
 * it, the updater turns it into an update, decoupled decay joins that, and it is subtracted. What stands around the updater has its
 * say on the gradient first of all, on the update before decay, and on the parameters at the end.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Pipeline<A> {
    private final Arithmetic<A> arithmetic;
    private final A parameters;
    private final Treatment treatment;
    private final Decay decay;
    private final Clipper<A> clipper;
    private final Lookout<A> lookout;
    private final Update<A> update;
    private final Surroundings<A> surroundings;
    private final Rates<A> rates;
    private final boolean isElsewhere;

    /**
     * For one replica.
     *
     * @param parameters flat, changed in place
     * @throws IllegalArgumentException if updater and treatment would both decay the parameters
     */
    Pipeline(Numeric<A> numeric, Replica replica, A parameters, Scene scene) {
        this(numeric, replica, parameters, 1, Rates.own(numeric, replica.updater()), scene);
    }

    /**
     * For several replicas, whose updaters are {@link Separable} and differ in their learning rate alone. A replica's numbers
     * do not depend on the others, but may differ by rounding from those of a pipeline of its own.
     *
     * @param parameters flat, changed in place: parameter i of replica r lies at i · replicas + r
     */
    public static <A> Pipeline<A> joint(Numeric<A> numeric, List<Replica> replicas, A parameters) {
        Rates<A> rates = Rates.each(numeric, replicas, numeric.arithmetic().length(parameters));
        return new Pipeline<>(numeric, replicas.get(0), parameters, replicas.size(), rates, Scene.NONE);
    }

    private Pipeline(Numeric<A> numeric, Replica first, A parameters, int replicas, Rates<A> rates, Scene scene) {
        this.arithmetic = numeric.arithmetic();
        this.parameters = parameters;
        this.treatment = first.treatment();
        this.decay = treatment.with(first.updater().decay());
        int size = arithmetic.length(parameters);
        this.clipper = new Clipper<>(arithmetic, treatment.clip(), replicas, size);
        this.lookout = new Lookout<>(numeric, parameters, scene);
        this.update = Update.by(first.updater(), numeric, size, lookout);
        this.surroundings = new Surroundings<>(numeric, treatment.around(), size, lookout);
        this.rates = rates;
        this.isElsewhere = first.updater() instanceof EvaluatedElsewhere
                || treatment.around().stream().anyMatch(EvaluatedElsewhere.class::isInstance);
    }

    /**
     * Changes the parameters.
     *
     * @param gradient of the mean loss, flat like the parameters; overwritten
     * @param step t = 1 for the first change
     * @param batch whose gradient it is, or null where there is no more to see of it
     */
    public void apply(A gradient, int step, @Nullable Objective batch) {
        lookout.turn(batch);
        double factor = treatment.schedule().factor(step - 1);
        double rate = rates.updater() * factor;
        surroundings.before(gradient, step, rate);
        clipper.clip(gradient);
        if (decay.kind() == Decay.Kind.COUPLED) {
            arithmetic.addScaled(gradient, parameters, decay.rate());
        }
        surroundings.give(gradient);
        update.apply(gradient, step, rate);
        rates.scale(gradient);
        surroundings.after(gradient, step, rate);
        if (decay.kind() == Decay.Kind.DECOUPLED) {
            rates.decay(gradient, parameters, decay.rate() * factor);
        }
        arithmetic.subtract(parameters, gradient);
        surroundings.settle(parameters, step, rate);
    }

    /** Whether the loss is measured at other parameters than a step starts from. */
    boolean isElsewhere() {
        return isElsewhere;
    }

    /** The parameters to measure the loss at, new or those of this pipeline in 64 bits. */
    double[] evaluatedAt() {
        return surroundings.evaluatedAt(update.evaluatedAt(lookout.parameters()));
    }
}
