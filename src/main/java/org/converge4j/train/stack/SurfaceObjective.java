package org.converge4j.train.stack;

import java.util.function.Supplier;
import org.converge4j.function.Point;
import org.converge4j.function.Surface;
import org.converge4j.train.step.CountedObjective;
import org.jspecify.annotations.Nullable;

/** A function of two variables as the objective of a replica. */
final class SurfaceObjective extends CountedObjective {
    private final Surface surface;
    private final Supplier<Point> place;

    /**
     * @param place of the replica now
     */
    SurfaceObjective(Surface surface, Supplier<Point> place) {
        this.surface = surface;
        this.place = place;
    }

    @Override
    public double loss() {
        Point now = place.get();
        return surface.value(now.x(), now.y());
    }

    @Override
    protected double evaluate(double[] at, double @Nullable [] gradient) {
        if (gradient != null) {
            Point slope = surface.gradient(at[0], at[1]);
            gradient[0] = slope.x();
            gradient[1] = slope.y();
        }
        return surface.value(at[0], at[1]);
    }

    @Override
    protected double[] start() {
        Point now = place.get();
        return new double[] {now.x(), now.y()};
    }
}
