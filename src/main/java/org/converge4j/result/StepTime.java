package org.converge4j.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.converge4j.catalog.message.Checks;

/**
 * What a step of an updater costs beside one of plain gradient descent on the same network, the two timed in turn.
 *
 * @param sgdMicros processor time of a step of gradient descent, in µs
 * @param low how many times that at least: the lower end of an interval of the median, of 99 % or more
 * @param ratio how many times that, in the median
 * @param high how many times that at most
 * @param inNativeCode whether the updater runs as DL4J's native calls rather than as a loop in Java: two scales, not one
 * @param warmUp seconds of steps before any was timed; nothing in older files
 */
public record StepTime(
        double sgdMicros, double low, double ratio, double high, boolean inNativeCode, Optional<Double> warmUp) {
    /** Java's compilers are not done with a network before. */
    private static final double WARM = 0.1;

    public StepTime {
        Checks.atLeast(0, sgdMicros, "the time of a step");
        Checks.expect(0 <= low && low <= ratio && ratio <= high, "a ratio", "one from " + low + " to " + high, ratio);
        requireNonNull(warmUp, "warmUp");
        warmUp.ifPresent(seconds -> Checks.atLeast(0, seconds, "a warm-up"));
    }

    /** Nobody knows after what it was timed. */
    public StepTime(double sgdMicros, double low, double ratio, double high, boolean inNativeCode) {
        this(sgdMicros, low, ratio, high, inNativeCode, Optional.empty());
    }

    /** Of gradient descent itself on a network. */
    public static StepTime ofSgd(double micros) {
        return new StepTime(micros, 1, 1, 1, true);
    }

    /** The same, timed after so many seconds of steps. */
    public StepTime after(double seconds) {
        return new StepTime(sgdMicros, low, ratio, high, inNativeCode, Optional.of(seconds));
    }

    /** Whether it was timed so soon that a step would take less later, as far as is known. */
    public boolean isCold() {
        return warmUp.filter(seconds -> seconds < WARM).isPresent();
    }

    /** Whether it is shown to differ from one of gradient descent. */
    public boolean isDifferent() {
        return low > 1 || high < 1;
    }

    /** What a step takes, in µs: as much as one of gradient descent unless it is shown to differ. */
    public double micros() {
        return sgdMicros * (isDifferent() ? ratio : 1);
    }

    /** The same beside another measurement of gradient descent. */
    public StepTime beside(double otherSgdMicros) {
        return new StepTime(otherSgdMicros, low, ratio, high, inNativeCode, warmUp);
    }
}
