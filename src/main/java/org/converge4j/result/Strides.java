package org.converge4j.result;

import java.util.Arrays;
import org.converge4j.catalog.message.Checks;

/**
 * How far one run of a trial moved in single steps, at steps that are about equally far apart on a logarithmic axis.
 *
 * @param seed of the run
 * @param steps ascending, the first change of the parameters being step 1; fewer than the budget's if it diverged
 * @param sizes root mean square, over the parameters, of the change in that step
 * @param rates that the updater had found itself by then, at each of the steps; none unless it finds one
 */
public record Strides(long seed, int[] steps, double[] sizes, double[] rates) {
    private static final int MOST = 1000;

    public Strides {
        Checks.expect(steps.length <= MOST, "strides", "at most " + MOST, steps.length);
        expectAsMany(steps, sizes, "the sizes of strides");
        if (rates.length > 0) {
            expectAsMany(steps, rates, "the rates of strides");
        }
        for (int i = 0; i < steps.length; i++) {
            int before = i == 0 ? 0 : steps[i - 1];
            Checks.expect(steps[i] > before, "a step of strides", "one after " + before, steps[i]);
            Checks.atLeast(0, sizes[i], "the size of a stride");
        }
        for (double rate : rates) {
            Checks.atLeast(0, rate, "a rate that was found");
        }
    }

    private static void expectAsMany(int[] steps, double[] numbers, String what) {
        Checks.expect(
                numbers.length == steps.length, what, "one for each of " + steps.length + " steps", numbers.length);
    }

    /** The median size; of steps that are spaced as these are, most are early ones. NaN if there are none. */
    public double typical() {
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
