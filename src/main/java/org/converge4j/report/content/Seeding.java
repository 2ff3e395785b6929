package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.RunRecord;

/** What a seed decides, as the records show it. */
final class Seeding {
    private Seeding() {}

    /** "A seed draws the start and the order of the batches; data and split are the same for all." */
    static String of(Comparison comparison) {
        List<RunRecord> runs = comparison.problems().stream()
                .flatMap(Seeding::own)
                .flatMap(trial -> trial.runs().stream())
                .toList();
        List<String> drawn = new ArrayList<>();
        if (comparison.problems().stream().anyMatch(Seeding::differInStart)) {
            drawn.add("the start");
        }
        if (runs.stream()
                .anyMatch(run ->
                        !run.spec().trial().training().isFullBatch(run.facts().rows()))) {
            drawn.add("the order of the batches");
        }
        boolean data = comparison.problems().stream().anyMatch(ProblemComparison::isDividedBySeed);
        if (data) {
            drawn.add("the split");
        }
        return runs.isEmpty()
                ? ""
                : "A seed draws " + (drawn.isEmpty() ? "nothing here" : joined(drawn)) + "; "
                        + (data ? "the rows that it divides are" : "the data and their split are")
                        + " the same for all.";
    }

    /** "the start, the order of the batches and the split". */
    private static String joined(List<String> drawn) {
        int last = drawn.size() - 1;
        return last == 0 ? drawn.get(0) : String.join(", ", drawn.subList(0, last)) + " and " + drawn.get(last);
    }

    private static boolean differInStart(ProblemComparison problem) {
        return own(problem)
                .anyMatch(trial -> trial.runs().stream()
                                .filter(run -> run.curve().size() > 0)
                                .map(run -> run.curve().first())
                                .distinct()
                                .count()
                        > 1);
    }

    private static Stream<TrialSummary> own(ProblemComparison problem) {
        return problem.trials().stream().filter(trial -> !trial.isGuest());
    }
}
