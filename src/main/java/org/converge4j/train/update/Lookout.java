package org.converge4j.train.update;

import java.util.Set;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Scene;
import org.converge4j.updater.Objective;
import org.converge4j.updater.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Shows a replica's rules what they have declared to read.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Lookout<A> {
    private final Numeric<A> numeric;
    private final A parameters;
    private final Scene scene;
    private final double[] room;
    private @Nullable Objective batch;

    /**
     * @param parameters as they are before a step
     */
    Lookout(Numeric<A> numeric, A parameters, Scene scene) {
        this.numeric = numeric;
        this.parameters = parameters;
        this.scene = scene;
        this.room = numeric.arithmetic().room(numeric.arithmetic().length(parameters));
    }

    /** Turns to the batch of a step. */
    void turn(@Nullable Objective batch) {
        this.batch = batch;
    }

    Scene scene() {
        return scene;
    }

    /** What is to be seen now. */
    Sight sight(Set<Reads> reads) {
        return sight(reads, reads.contains(Reads.PARAMETERS) ? parameters() : null);
    }

    /**
     * What is to be seen.
     *
     * @param start the parameters that the step starts from; null where nobody looks at them
     */
    Sight sight(Set<Reads> reads, double @Nullable [] start) {
        return reads.isEmpty() ? Sight.NOTHING : new Sight(reads, start, scene.blocks(), scene.floor(), batch);
    }

    /** The parameters in 64 bits. */
    double[] parameters() {
        return numeric.arithmetic().widen(parameters, room);
    }
}
