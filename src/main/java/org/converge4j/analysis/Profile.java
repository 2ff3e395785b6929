package org.converge4j.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.experiment.training.Target;

/**
 * A performance profile (Dolan and Moré 2002): on which share of the problems an updater reaches a target within τ times the
 * steps of the fastest.
 *
 * @param target the same on every problem
 * @param problems how many
 * @param lines one an updater
 */
public record Profile(Target target, int problems, List<Line> lines) {
    private static final double MOST = 4;

    /**
     * An updater's line.
     *
     * @param updater its name
     * @param ratios its median steps over the fewest median steps, ascending; infinite where it missed the target
     * @param score the area under the profile from τ = 1 to 4, divided by 3 (AlgoPerf's): 1 for the fastest everywhere
     */
    public record Line(String updater, double[] ratios, double score) {
        /** The share of problems solved within τ times the fewest steps. */
        public double share(double tau) {
            return (double) Arrays.stream(ratios).filter(r -> r <= tau).count() / ratios.length;
        }
    }

    /** One profile a target; none for fewer than two problems. */
    static List<Profile> across(List<ProblemComparison> problems, List<Target> targets) {
        return problems.size() < 2
                ? List.of()
                : targets.stream().map(target -> of(target, problems)).toList();
    }

    private static Profile of(Target target, List<ProblemComparison> problems) {
        List<String> updaters =
                problems.get(0).updaters().stream().map(UpdaterSummary::name).toList();
        double[][] steps = problems.stream()
                .map(problem -> updaters.stream()
                        .mapToDouble(name -> steps(problem, name, target))
                        .toArray())
                .toArray(double[][]::new);
        List<Line> lines = IntStream.range(0, updaters.size())
                .mapToObj(i -> line(updaters.get(i), ratios(steps, i)))
                .toList();
        return new Profile(target, problems.size(), lines);
    }

    static Line line(String updater, double[] ratios) {
        double[] ascending = ratios.clone();
        Arrays.sort(ascending);
        double area = Arrays.stream(ascending).map(r -> Math.max(0, MOST - r)).sum();
        return new Line(updater, ascending, area / (MOST - 1) / ratios.length);
    }

    private static double[] ratios(double[][] steps, int updater) {
        return Arrays.stream(steps)
                .mapToDouble(row -> {
                    double fewest = Arrays.stream(row).min().orElse(Double.POSITIVE_INFINITY);
                    return Double.isInfinite(row[updater]) ? row[updater] : row[updater] / fewest;
                })
                .toArray();
    }

    private static double steps(ProblemComparison problem, String updater, Target target) {
        return problem.updater(updater)
                .flatMap(UpdaterSummary::chosen)
                .flatMap(trial -> trial.targets().stream()
                        .filter(t -> t.target().equals(target))
                        .findFirst())
                .flatMap(TrialSummary.TargetSummary::steps)
                .map(quartiles -> Math.max(1, quartiles.median()))
                .orElse(Double.POSITIVE_INFINITY);
    }
}
