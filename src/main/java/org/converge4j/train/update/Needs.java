package org.converge4j.train.update;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.Variant;
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
        refusal(problem, replica.updater(), replica.treatment()).ifPresent(refusal -> {
            throw new ProblemException(refusal);
        });
    }

    /** Why an updater cannot be trained on a problem, naming both; nothing if it has all that is read. */
    public static Optional<String> refusal(LoadedProblem problem, Updater updater, Treatment treatment) {
        Set<Reads> needs = of(updater, treatment);
        if (needs.contains(Reads.BLOCKS) && problem.surface().isPresent()) {
            return refusal(problem, updater, Reads.BLOCKS, "a function of x and y has no layers");
        }
        if (needs.contains(Reads.FLOOR) && problem.facts().floor().isEmpty()) {
            return refusal(problem, updater, Reads.FLOOR, "it is known for linear regression and for functions alone");
        }
        return updater.misfit(problem.facts().parameters())
                .map(misfit -> "problem " + problem.name() + ": "
                        + Variant.of(updater.getClass()).name() + "." + misfit);
    }

    private static Optional<String> refusal(LoadedProblem problem, Updater updater, Reads what, String why) {
        return Optional.of("problem " + problem.name() + ": found the updater "
                + Variant.of(updater.getClass()).name() + ", which reads " + what.words() + "; " + why + ".");
    }
}
