package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.training.Training;

/**
 * One problem with one updater at one full choice of settings: what is compared.
 *
 * @param label tells this trial's updater from the others of the problem
 * @param problem what is solved
 * @param updater who solves it
 * @param common schedule, clipping and decay around the updater
 * @param training how long, on which batches, in which precision, recorded when
 */
public record Trial(String label, Problem problem, Choice updater, CommonSettings common, Training training) {
    public Trial {
        label = Checks.text(label, "a label", Checks.LONGEST_NAME);
        requireNonNull(problem, "problem");
        requireNonNull(updater, "updater");
        requireNonNull(common, "common");
        requireNonNull(training, "training");
    }

    /** A trial with a constant rate, no clipping and no decay. */
    public Trial(String label, Problem problem, Choice updater, Training training) {
        this(label, problem, updater, CommonSettings.NONE, training);
    }

    /** The updater's name: the label without the learning rate, so that all rates of one grid share it. */
    public String updaterName() {
        return updater.learningRate()
                .map(rate -> label.replace(" " + Choice.LEARNING_RATE + "=" + rate, ""))
                .orElse(label);
    }

    /** Whether two trials differ in nothing but the learning rate. */
    public boolean isSiblingOf(Trial other) {
        return problem.equals(other.problem) && updaterName().equals(other.updaterName());
    }

    /** The same trial at another learning rate. */
    public Trial at(double rate) {
        return new Trial(
                updaterName() + " " + Choice.LEARNING_RATE + "=" + rate,
                problem,
                updater.with(Choice.LEARNING_RATE, rate),
                common,
                training);
    }

    /** A hash of everything that decides the numbers of this trial's runs, their seeds apart. */
    public String key() {
        return new RunSpec(this, 0).id();
    }
}
