package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.training.Target;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** What a reader of a problem's answer must know beside it: what decided, what counted as one, and what failed. */
final class AnswerNotes {
    private final Experiment experiment;
    private final ProblemComparison problem;
    private final String name;

    AnswerNotes(Comparison comparison, ProblemComparison problem) {
        this.experiment = comparison.experiment();
        this.problem = problem;
        this.name = problem.problem().name();
    }

    List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        if (problem.deciding().ranks() && !problem.ranking().pairs().isEmpty()) {
            sentences.add(Text.of(
                    "note.decides",
                    name,
                    MeasureWords.of(problem.deciding(), problem.floor().isPresent()),
                    Text.of("reason." + problem.deciding().reason().name()),
                    new PairWords(problem).margin()));
            if (problem.deciding().timed()) {
                sentences.add(Text.of("note.timed"));
            }
        }
        untold().optional().ifPresent(sentences::add);
        problem.ranking().twins().forEach((twin, first) -> sentences.add(Text.of("note.twins", twin, first, name)));
        int recorded = experiment.seeds().size();
        int different = problem.seeds().size();
        if (different < recorded && !problem.ranking().places().isEmpty()) {
            sentences.add(Text.of(different == 1 ? "note.seeds.one" : "note.seeds", recorded, name, different));
        }
        List<Text> failed = problem.finalRanking().places().stream()
                .filter(place -> place.reached() < place.seeds())
                .map(place -> Text.of(
                        "note.on.seeds",
                        place.updater(),
                        place.seeds() - place.reached(),
                        Text.count(place.seeds(), "seed")))
                .toList();
        if (!failed.isEmpty()) {
            sentences.add(Text.of("note.diverged", name, Text.commas(failed)));
        }
        return sentences;
    }

    /** Which targets that the experiment names cannot be told, for they are fractions of an excess that is not known. */
    private Text untold() {
        List<String> fractions = experiment.targets().stream()
                .filter(target -> target.kind() == Target.Kind.FRACTION)
                .map(target -> Figures.given(target.value()))
                .toList();
        boolean isUntold = problem.facts().isPresent()
                && problem.floor().isEmpty()
                && !fractions.isEmpty()
                && !experiment.targets().equals(Target.LADDER);
        return isUntold ? Text.of("note.untold", Text.and(fractions), name, "targets: [{ loss: 0.5 }]") : Text.NONE;
    }
}
