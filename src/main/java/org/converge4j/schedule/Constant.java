package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;

/** The rate stays as it is. */
@About(value = "The rate stays as it is", family = Family.BUILT_IN, equation = "ηₜ = η")
public record Constant() implements Schedule {
    @Override
    public double factor(int taken) {
        return 1;
    }
}
