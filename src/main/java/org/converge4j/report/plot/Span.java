package org.converge4j.report.plot;

import java.util.Optional;

/**
 * What an axis shows.
 *
 * @param title its quantity
 * @param low the least value
 * @param high the greatest
 * @param floor below which nothing can be told
 * @param floorName what stands there
 */
record Span(String title, double low, double high, boolean isLog, Optional<Double> floor, String floorName) {
    Span(String title, double[] extent, boolean isLog) {
        this(title, extent[0], extent[1], isLog, Optional.empty(), "");
    }
}
