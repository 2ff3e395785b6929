package org.converge4j.updater.secondorder;

import java.util.Arrays;
import org.converge4j.updater.Objective;
import org.converge4j.updater.algebra.Vectors;

/**
 * A search along a line for a place where the strong Wolfe conditions hold: the loss has fallen by a share c₁ of what the slope
 * promised, and the slope has lost all but a share c₂ of its size (Nocedal and Wright 2006, algorithms 3.5 and 3.6, with the safeguards of
 * PyTorch's). It ends with the best place of its last bracket whether or not they hold; where no try is finite, that is the start.
 */
final class Wolfe {
    private static final double FALL = 1e-4;
    private static final double FLATNESS = 0.9;
    private static final double MOST_GROWTH = 10;
    private static final double LEAST_GROWTH = 0.01;
    private static final double MARGIN = 0.1;

    private final Objective objective;
    private final double[] start;
    private final double[] direction;
    private final double shortest;

    /**
     * @param tolerance on the change of a parameter, where a bracket is short enough
     */
    Wolfe(Objective objective, double[] start, double[] direction, double tolerance) {
        this.objective = objective;
        this.start = start.clone();
        this.direction = direction;
        this.shortest =
                tolerance / Arrays.stream(direction).map(Math::abs).max().orElse(1);
    }

    /** A try: how far, the loss there, and its slope along the line. */
    private record Place(double at, double loss, double slope) {
        boolean isFinite() {
            return Double.isFinite(loss) && Double.isFinite(slope);
        }
    }

    /**
     * How far to go; nowhere lower is noted with the objective.
     *
     * @param slope at the start, below 0
     * @param first length to try
     * @param most tries
     */
    double search(double slope, double first, int most) {
        Place origin = new Place(0, objective.loss(), slope);
        Place found = search(origin, first, most);
        if (!(found.loss < origin.loss)) {
            objective.searchFailed();
        }
        return found.at;
    }

    private Place search(Place origin, double first, int most) {
        Place before = origin;
        Place now = place(first);
        for (int tries = 1; tries <= most; tries++) {
            if (tries == most) {
                return better(origin, now); // none left to look into the bracket
            }
            if (isTooFar(origin, now) || (tries > 2 && !(now.loss < before.loss))) {
                return zoom(origin, before, now, most - tries);
            }
            if (isFlat(origin, now)) {
                return now;
            }
            if (now.slope >= 0) {
                return zoom(origin, before, now, most - tries);
            }
            double next = cubic(before, now, now.at + LEAST_GROWTH * (now.at - before.at), now.at * MOST_GROWTH);
            before = now;
            now = place(next);
        }
        return now;
    }

    /** Narrows a bracket down. */
    @SuppressWarnings("ReferenceEquality") // which of two places it is, not how alike they are
    private Place zoom(Place origin, Place one, Place other, int most) {
        Place low = better(one, other);
        Place high = low == one ? other : one;
        boolean stuck = false;
        for (int tries = 0; tries < most && !(Math.abs(high.at - low.at) < shortest); tries++) {
            double left = Math.min(low.at, high.at);
            double right = Math.max(low.at, high.at);
            double at = low.at < high.at ? cubic(low, high, left, right) : cubic(high, low, left, right);
            double margin = MARGIN * (right - left);
            boolean near = Math.min(right - at, at - left) < margin;
            if (near && (stuck || at >= right || at <= left)) {
                at = Math.abs(at - right) < Math.abs(at - left) ? right - margin : left + margin;
                stuck = false;
            } else {
                stuck = near;
            }
            Place now = place(at);
            if (isTooFar(origin, now) || !(now.loss < low.loss)) {
                high = low == better(low, now) ? now : low;
                low = high == now ? low : now;
            } else {
                if (isFlat(origin, now)) {
                    return now;
                }
                high = now.slope * (high.at - low.at) >= 0 ? low : high;
                low = now;
            }
        }
        return low;
    }

    private static Place better(Place one, Place other) {
        return !(other.loss < one.loss) && one.isFinite() ? one : other.isFinite() ? other : one;
    }

    private static boolean isTooFar(Place origin, Place now) {
        return !now.isFinite() || now.loss > origin.loss + FALL * now.at * origin.slope;
    }

    private static boolean isFlat(Place origin, Place now) {
        return Math.abs(now.slope) <= -FLATNESS * origin.slope;
    }

    private Place place(double at) {
        double[] there = start.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += at * direction[i];
        }
        double[] gradient = new double[there.length];
        double loss = objective.gradient(there, gradient);
        return new Place(at, loss, Vectors.dot(gradient, direction));
    }

    /** Where the cubic through two places and their slopes is least, within bounds; their middle where there is none. */
    private static double cubic(Place one, Place other, double least, double most) {
        double mean = one.slope + other.slope - 3 * (one.loss - other.loss) / (one.at - other.at);
        double square = mean * mean - one.slope * other.slope;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double root = Math.sqrt(square);
        double at =
                other.at - (other.at - one.at) * ((other.slope + root - mean) / (other.slope - one.slope + 2 * root));
        return Double.isNaN(at) ? (least + most) / 2 : Math.min(Math.max(at, least), most);
    }
}
