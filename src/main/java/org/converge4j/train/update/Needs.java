package org.converge4j.train.update;

import java.util.EnumSet;
import java.util.Set;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;

/** What updaters and what is around them read, and whether a problem has it. */
public final class Needs {
    private Needs() {}

    /** All that is read. */
    public static Set<Reads> of(Updater updater, Treatment treatment) {
        Set<Reads> all = EnumSet.noneOf(Reads.class);
        all.addAll(updater.reads());
        treatment.around().forEach(around -> all.addAll(around.reads()));
        return all;
    }

    /**
     * Nothing, if a problem has all that a replica reads.
     *
     * @throws ProblemException naming both, if not
     */
    public static void require(LoadedProblem problem, Replica replica) {
        Set<Reads> needs = of(replica.updater(), replica.treatment());
        if (needs.contains(Reads.BLOCKS) && problem.surface().isPresent()) {
            refuse(problem, replica, Reads.BLOCKS, "a function of x and y has no layers");
        }
        if (needs.contains(Reads.FLOOR) && problem.facts().floor().isEmpty()) {
            refuse(problem, replica, Reads.FLOOR, "it is known for linear regression and for functions alone");
        }
    }

    private static void refuse(LoadedProblem problem, Replica replica, Reads what, String why) {
        throw new ProblemException("problem " + problem.name() + ": found the updater " + replica.updater()
                + ", which reads " + what.words() + "; " + why + ".");
    }
}
