package org.converge4j.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Mismatch;
import org.jspecify.annotations.Nullable;

/** The losses of a run at its recorded steps, step 0 included; all finite. */
public final class Curve {
    private final int[] steps;
    private final double[] losses;

    @JsonCreator
    public Curve(@JsonProperty("steps") int[] steps, @JsonProperty("loss") double[] losses) {
        Checks.expect(
                steps.length == losses.length, "losses", "one for each of " + steps.length + " steps", losses.length);
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] <= (i == 0 ? -1 : steps[i - 1]) || !Double.isFinite(losses[i])) {
                throw new IllegalArgumentException("point " + i + ": "
                        + Mismatch.of("ascending steps and finite losses", "step " + steps[i] + ", loss " + losses[i]));
            }
        }
        this.steps = steps.clone();
        this.losses = losses.clone();
    }

    private Curve(Curve same, double[] losses) {
        Checks.expect(
                losses.length == same.size(), "losses", "one for each of " + same.size() + " steps", losses.length);
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                Checks.finite(loss, "a loss");
            }
        }
        this.steps = same.steps;
        this.losses = losses.clone();
    }

    /** Other losses at the same steps, which are kept once. */
    public Curve with(double[] others) {
        return new Curve(this, others);
    }

    /** How many points. */
    public int size() {
        return steps.length;
    }

    /** The step of point i, ascending from 0. */
    public int step(int i) {
        return steps[i];
    }

    /** The loss of the whole training set at point i. */
    public double loss(int i) {
        return losses[i];
    }

    /** The loss before the first step; infinite for a run that had none that is finite. */
    public double first() {
        return losses.length == 0 ? Double.POSITIVE_INFINITY : losses[0];
    }

    /** The loss at the last recorded step; infinite for a run that had none that is finite. */
    public double last() {
        return losses.length == 0 ? Double.POSITIVE_INFINITY : losses[losses.length - 1];
    }

    @JsonProperty("steps")
    int[] steps() {
        return steps.clone();
    }

    @JsonProperty("loss")
    double[] losses() {
        return losses.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Curve that && Arrays.equals(steps, that.steps) && Arrays.equals(losses, that.losses);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + Arrays.hashCode(losses);
    }
}
