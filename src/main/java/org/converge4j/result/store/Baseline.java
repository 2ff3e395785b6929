package org.converge4j.result.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.RunRecord;

/** Another results folder's runs of trials that an experiment has too, by problem name and label, to be drawn beside them. */
public final class Baseline {
    /** What {@link RunRecord#trainer()} says of a run of the baseline. */
    public static final String TRAINER = "baseline";

    private static final String MARK = " (" + TRAINER + ")";

    private Baseline() {}

    /** The name that a baseline's updater has in the experiment itself; any other name as it is. */
    public static String namesake(String updater) {
        return updater.endsWith(MARK) ? updater.substring(0, updater.length() - MARK.length()) : updater;
    }

    /** The runs on the experiment's seeds, each under its label and "(baseline)". */
    public static List<RunRecord> of(Experiment experiment, Results folder) {
        List<RunRecord> runs = new ArrayList<>();
        folder.experiment(); // says so if this is no results folder
        folder.records().readAll(run -> match(experiment, run).ifPresent(runs::add), damaged -> {});
        return runs;
    }

    private static Optional<RunRecord> match(Experiment experiment, RunRecord run) {
        Trial old = run.spec().trial();
        return experiment.trials().stream()
                .filter(trial -> trial.label().equals(old.label())
                        && trial.problem().name().equals(old.problem().name())
                        && experiment.seeds().contains(run.spec().seed()))
                .findFirst()
                .map(trial -> run.as(new RunSpec(marked(trial), run.spec().seed()), TRAINER));
    }

    private static Trial marked(Trial trial) {
        Choice updater = trial.updater();
        return new Trial(
                trial.label() + MARK,
                trial.problem(),
                new Choice(updater.variant() + MARK, updater.settings()),
                trial.common(),
                trial.training());
    }
}
