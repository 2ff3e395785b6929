package org.converge4j.train.measure;

import java.util.List;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;

/**
 * What measuring trials may cost beside training their runs, in multiplications: together with the steps that are timed, a tenth.
 * Where that is next to nothing, a second's worth.
 *
 * @param products of each kind of measurement
 * @param modest of what there may be more or less of: where a tenth is next to nothing, some hundredths of a second's worth
 */
record Allowance(double products, double modest) {
    private static final double CHEAP = 2e9;
    private static final double MODEST = 5e7;
    private static final double SHARE = 0.04;

    /** That of runs which are measured together. */
    static Allowance of(LoadedProblem problem, List<RunSpec> runs) {
        double trained = runs.stream()
                .mapToDouble(run -> Looks.products(run.trial().training(), problem.facts()))
                .sum();
        return new Allowance(Math.max(CHEAP, SHARE * trained), Math.max(MODEST, SHARE * trained));
    }

    /** How many steps of each of some runs it takes, at most those of a budget. */
    int steps(LoadedProblem problem, Training training, int runs, int most) {
        int all = training.steps(problem.data().rows());
        double ofStep = Looks.products(training, problem.facts()) / Math.max(1, all);
        return (int) Math.min(Math.min(most, all), products / runs / ofStep);
    }
}
