package org.converge4j.analysis.verdict;

import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.converge4j.wording.Figures;

/** What an experiment can show at all, before anything is trained. */
public final class Power {
    private Power() {}

    /**
     * In one line: whether a difference between the updaters could be shown, and how many seeds it takes.
     *
     * @return empty where there is nothing to rank
     */
    public static String of(Experiment experiment) {
        int problems = experiment.problems().size();
        int updaters = (int)
                experiment.trials().stream().map(Trial::updaterName).distinct().count();
        if (updaters < 2 || !Deciding.ranks(experiment)) {
            return "";
        }
        int seeds = experiment.seeds().size();
        Levels levels = Levels.of(updaters, problems);
        String all = updaters + " updaters on " + Figures.count(problems, "problem");
        if (seeds < levels.leastSeeds()) {
            return Figures.count(seeds, "seed") + " cannot show any difference between " + all
                    + ": p could not fall below "
                    + Figures.about(Math.min(1, Levels.least(seeds) * Levels.ALL / levels.places())) + "; "
                    + levels.leastSeeds() + " can if all agree, " + levels.enoughSeeds()
                    + " also if one does not: --set seeds="
                    + levels.enoughSeeds();
        }
        return Figures.count(seeds, "seed") + " can show who is best of " + all
                + (seeds < levels.enoughSeeds()
                        ? " if nearly all agree; " + levels.enoughSeeds()
                                + " would show a twofold difference in at least 4 of 5 such experiments"
                        : "");
    }
}
