package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.training.Training;
import org.jspecify.annotations.Nullable;

/**
 * One problem with one updater at one full choice of settings: what is compared.
 *
 * @param label tells this trial's updater from the others of the problem
 * @param problem what is solved
 * @param updater who solves it
 * @param common schedule, clipping and decay around the updater
 * @param training how long, on which batches, in which precision, recorded when
 * @param tuned the settings of which a value is chosen, as it is of the learning rate, rather than compared with others
 */
public record Trial(
        String label,
        Problem problem,
        Choice updater,
        CommonSettings common,
        Training training,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tuned) {
    public Trial {
        label = Checks.text(label, "a label", Checks.LONGEST_NAME);
        requireNonNull(problem, "problem");
        requireNonNull(updater, "updater");
        requireNonNull(common, "common");
        requireNonNull(training, "training");
        tuned = List.copyOf(tuned);
    }

    /** A trial of whose settings only the learning rate is chosen. */
    public Trial(String label, Problem problem, Choice updater, CommonSettings common, Training training) {
        this(label, problem, updater, common, training, List.of());
    }

    /** A trial with a constant rate, no clipping and no decay. */
    public Trial(String label, Problem problem, Choice updater, Training training) {
        this(label, problem, updater, CommonSettings.NONE, training);
    }

    /** The updater's name: the label without what is chosen, so that all points of one grid share it. */
    public String updaterName() {
        String name = without(label, Choice.LEARNING_RATE);
        for (String setting : tuned) {
            name = without(name, setting);
        }
        return name;
    }

    /** {@code " beta=0.9"} and the like for each tuned setting that the label names, in its order. */
    public String tunedValues() {
        return tuned.stream()
                .filter(setting -> !without(label, setting).equals(label))
                .map(setting -> spelled(setting))
                .collect(Collectors.joining());
    }

    private String without(String text, String setting) {
        return updater.settings().containsKey(setting) ? text.replace(spelled(setting), "") : text;
    }

    private String spelled(String setting) {
        return " " + setting + "=" + updater.settings().get(setting);
    }

    /** Whether two trials differ in nothing but the learning rate. */
    public boolean isSiblingOf(Trial other) {
        return problem.equals(other.problem)
                && updaterName().equals(other.updaterName())
                && tunedValues().equals(other.tunedValues());
    }

    /** The same trial at another learning rate. */
    public Trial at(double rate) {
        String mine = spelled(Choice.LEARNING_RATE);
        String other = " " + Choice.LEARNING_RATE + "=" + rate;
        return new Trial(
                label.contains(mine) ? label.replace(mine, other) : label + other,
                problem,
                updater.with(Choice.LEARNING_RATE, rate),
                common,
                training,
                tuned);
    }

    /** A hash of everything that decides the numbers of this trial's runs, their seeds apart. */
    public String key() {
        return new RunSpec(this, 0).id();
    }

    // Written out, for Java links a record's own at the first use, milliseconds each (docs/design/speed.md).
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Trial trial
                        && label.equals(trial.label)
                        && problem.equals(trial.problem)
                        && updater.equals(trial.updater)
                        && common.equals(trial.common)
                        && training.equals(trial.training)
                        && tuned.equals(trial.tuned));
    }

    @Override
    public int hashCode() {
        return 31 * problem.hashCode() + label.hashCode();
    }
}
