package org.converge4j.report.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.wording.Text;

/**
 * The loss surface of a problem and where the updaters went on it.
 *
 * @param equation of the function, where it is one
 * @param notes what is drawn, and what it does not say
 * @param steps the longest path's
 * @param planes through which it is looked at
 * @param paths of the updaters, in the order of the ranking
 * @param live what it takes to step rules over the loss in the page, where that is known
 */
public record LandscapeData(
        List<String> equation,
        List<Text> notes,
        int[] steps,
        List<PlaneData> planes,
        List<PathData> paths,
        Optional<LiveData> live) {
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
            Text name,
            Text x,
            Text y,
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
     * @param stopped the step at which its run ended before its budget was spent and had not diverged
     * @param rule the updater's name in the catalog; empty where something is done around it
     * @param settings of the rule, to the last digit
     */
    public record PathData(
            String updater,
            String label,
            double[] values,
            List<double[]> places,
            Optional<Integer> stopped,
            String rule,
            Map<String, BigDecimal> settings) {}

    /**
     * The loss itself, to the last digit: a function of two variables, or linear regression around its solution.
     *
     * @param function its name in the catalog; empty for a regression
     * @param settings of the function
     * @param hessian of the regression, row by row
     * @param axes unit vectors of the directions that paths are seen along
     * @param starts where seeds begin, the followed one first
     * @param curvature the greatest, where it is the same everywhere
     * @param stop where runs stop, if they do at a loss
     */
    public record LiveData(
            String function,
            Map<String, BigDecimal> settings,
            List<BigDecimal> hessian,
            List<List<BigDecimal>> axes,
            List<StartData> starts,
            Optional<Double> curvature,
            Optional<StopData> stop) {}

    /**
     * An excess at which runs stop.
     *
     * @param fraction whether the value is a share of what each began with
     */
    public record StopData(boolean fraction, double value) {}

    /** Where a seed begins: its parameters, or their distance from the solution of a regression. */
    public record StartData(long seed, List<BigDecimal> at) {}
}
