package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;

/**
 * The schedule that the problem's model brings, relative to the rate that it begins at; the trial's rate takes that place. What it is
 * is known only where the model is: a trainer puts it in the place of this one.
 */
@About(
        value = "The learning-rate schedule of the problem's own model",
        family = Family.BUILT_IN,
        equation = "ηₜ = η s(t)/s(0), s the ISchedule of the model's updater, its own epochs included",
        source = "DL4J ISchedule")
public record Model() implements Schedule {
    @Override
    public double factor(int taken) {
        throw new IllegalStateException("the model's schedule is not known here");
    }
}
