package org.converge4j.train.update;

import java.util.List;
import java.util.function.IntFunction;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.updater.Objective;

/**
 * The updates of replicas that lie side by side.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface Updates<A> {
    /**
     * Changes the parameters of every replica.
     *
     * @param gradient overwritten
     * @param batch the objective of each replica's batch
     */
    void apply(A gradient, int step, IntFunction<Objective> batch);

    /** Whether losses are measured at other parameters than steps start from. */
    default boolean isElsewhere() {
        return false;
    }

    /** The parameters of a replica to measure at, in DL4J's flat order; only where that is elsewhere. */
    default double[] evaluatedAt(int replica) {
        throw new IllegalStateException("measured where it steps from");
    }

    /**
     * Updates together, or one after the other.
     *
     * @param separable whether {@link Separable} allows them together
     * @param parameters changed in place
     * @param flatOrder where DL4J keeps each of the parameters
     */
    static <A> Updates<A> of(
            Numeric<A> numeric, List<Replica> replicas, boolean separable, A parameters, int[] flatOrder, Scene scene) {
        if (separable) {
            Pipeline<A> joint = Pipeline.joint(numeric, replicas, parameters);
            return (gradient, step, batch) -> joint.apply(gradient, step, null);
        }
        return new SlicedUpdates<>(numeric, replicas, parameters, flatOrder, scene);
    }
}
