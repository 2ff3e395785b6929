package org.converge4j.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.statistics.Friedman;
import org.converge4j.experiment.EarlierReports.Look;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.wording.FolderCommands;

/**
 * An experiment, analysed: everything that any report shows.
 *
 * @param experiment the question
 * @param commands that go on with it
 * @param problems in the order of the experiment
 * @param friedman the test of the updaters' final excess across problems; nothing for a single one
 * @param profiles performance profiles across problems, one a target; none for a single problem
 * @param environments in which its runs were made; more than one is worth a warning
 * @param missing planned runs without a record
 * @param damaged records that were left out, each with the reason
 * @param looks earlier reports on some of the same runs, before what is compared was changed
 */
public record Comparison(
        Experiment experiment,
        FolderCommands commands,
        List<ProblemComparison> problems,
        Optional<Friedman> friedman,
        List<Profile> profiles,
        List<Environment> environments,
        int missing,
        List<String> damaged,
        List<Look> looks) {
    private static final int MOST_NAMED = 20;

    /** The same, gone on with by other commands than those of {@code results/<name>}. */
    public Comparison in(FolderCommands elsewhere) {
        return new Comparison(
                experiment, elsewhere, problems, friedman, profiles, environments, missing, damaged, looks);
    }

    /** The same, after earlier looks. */
    public Comparison after(List<Look> earlier) {
        return new Comparison(
                experiment, commands, problems, friedman, profiles, environments, missing, damaged, earlier);
    }

    /** The records that were left out; of very many the first, and how many more there are. */
    public List<String> leftOut() {
        int more = damaged.size() - MOST_NAMED;
        return more <= 0
                ? damaged
                : Stream.concat(damaged.stream().limit(MOST_NAMED), Stream.of(more + " files more"))
                        .toList();
    }

    /** How many of the experiment's own runs ended how, on the reporting seeds. */
    public Map<Outcome, Integer> outcomes() {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        problems.stream()
                .flatMap(problem -> problem.trials().stream())
                .filter(trial -> !trial.isGuest())
                .flatMap(TrialSummary::all)
                .forEach(run -> all.merge(run.outcome(), 1, Integer::sum));
        return all;
    }
}
