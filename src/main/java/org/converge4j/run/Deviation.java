package org.converge4j.run;

import java.util.Map;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;

/**
 * How far the losses of the same runs are apart under other circumstances.
 *
 * @param circumstances what was different
 * @param step the first step at which any loss differs in any bit; -1 if none does
 * @param largest relative difference of any loss at any step; infinite if one curve is longer than the other
 * @param horizon the first step at which a loss differs by more than a millionth; -1 if none does
 */
public record Deviation(String circumstances, int step, double largest, int horizon) {
    /** Past it, digits that a report shows mean nothing. */
    private static final double VISIBLE = 1e-6;

    /** Compares those runs of the first that are among the second. */
    static Deviation of(String circumstances, Map<String, RunRecord> first, Map<String, RunRecord> second) {
        Deviation worst = new Deviation(circumstances, -1, 0, -1);
        for (var run : second.entrySet()) {
            RunRecord twin = first.get(run.getKey());
            if (twin != null) {
                worst = worst.and(twin.curve(), run.getValue().curve());
            }
        }
        return worst;
    }

    private Deviation and(Curve one, Curve other) {
        int from = Integer.MAX_VALUE;
        int visible = Integer.MAX_VALUE;
        double most = largest;
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            double a = one.loss(i);
            double b = other.loss(i);
            double apart = a == b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
            from = apart > 0 ? Math.min(from, one.step(i)) : from;
            visible = apart > VISIBLE ? Math.min(visible, one.step(i)) : visible;
            most = Math.max(most, apart);
        }
        if (one.size() != other.size()) {
            int end = Math.min(one.size(), other.size());
            from = Math.min(from, end);
            visible = Math.min(visible, end);
            most = Double.POSITIVE_INFINITY;
        }
        return new Deviation(circumstances, earlier(step, from), most, earlier(horizon, visible));
    }

    private static int earlier(int known, int found) {
        if (found == Integer.MAX_VALUE) {
            return known;
        }
        return known < 0 ? found : Math.min(known, found);
    }
}
