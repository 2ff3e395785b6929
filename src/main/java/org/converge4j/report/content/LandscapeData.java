package org.converge4j.report.content;

import java.util.List;

/**
 * The loss surface of a problem and where the updaters went on it.
 *
 * @param equation of the function, where it is one
 * @param notes what is drawn, and what it does not say
 * @param steps the longest path's
 * @param planes through which it is looked at
 * @param paths of the updaters, in the order of the ranking
 */
public record LandscapeData(
        List<String> equation, List<String> notes, int[] steps, List<PlaneData> planes, List<PathData> paths) {
    /**
     * A plane with the height of the surface on it.
     *
     * @param name to choose it by
     * @param x the axis to the right, in words
     * @param y the axis upwards, in words
     * @param xAxis which of a path's places is the one to the right
     * @param yAxis which is the one upwards
     * @param xs where the height is sampled, ascending
     * @param ys the same upwards
     * @param heights log₁₀ of the excess, a row for each of ys
     * @param minima the lowest points: x and y, each
     */
    public record PlaneData(
            String name,
            String x,
            String y,
            int xAxis,
            int yAxis,
            double[] xs,
            double[] ys,
            List<double[]> heights,
            List<double[]> minima) {}

    /**
     * Where an updater went.
     *
     * @param label of its trial
     * @param values its excess at the steps, as far as it came
     * @param places along each axis, at the same steps
     */
    public record PathData(String updater, String label, double[] values, List<double[]> places) {}
}
