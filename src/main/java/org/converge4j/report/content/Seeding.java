package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Text;

/** What a seed decides, as the records show it. */
final class Seeding {
    private Seeding() {}

    /** "A seed draws the start and the order of the batches; data and split are the same for all."; nothing where there are no two seeds. */
    static Text of(Comparison comparison) {
        List<RunRecord> runs = comparison.problems().stream()
                .flatMap(Seeding::own)
                .flatMap(trial -> trial.runs().stream())
                .toList();
        List<Text> drawn = new ArrayList<>();
        if (comparison.problems().stream().anyMatch(Seeding::differInStart)) {
            drawn.add(Text.of("seed.start"));
        }
        if (runs.stream()
                .anyMatch(run ->
                        !run.spec().trial().training().isFullBatch(run.facts().rows()))) {
            drawn.add(Text.of("seed.order"));
        }
        boolean data = comparison.problems().stream().anyMatch(ProblemComparison::isDividedBySeed);
        if (data) {
            drawn.add(Text.of("seed.split"));
        }
        boolean functions = comparison.problems().stream()
                .allMatch(problem -> problem.problem().function().isPresent());
        boolean differ = runs.stream().map(run -> run.spec().seed()).distinct().count() > 1;
        return !differ
                ? Text.NONE
                : Text.of(
                        data ? "seed.draws.rows" : functions ? "seed.draws" : "seed.draws.data",
                        drawn.isEmpty() ? Text.of("seed.nothing") : Text.and(drawn));
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
