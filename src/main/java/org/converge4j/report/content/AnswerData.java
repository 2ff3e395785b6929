package org.converge4j.report.content;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.analysis.verdict.Certainty;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.wording.Text;

/**
 * An answer as the page takes it: the sentence, and what it is made of.
 *
 * @param kind BEST, ALIKE, CANNOT_TELL, NONE, MIXED or NOT_RANKED
 * @param leaders the best updater, those that are alike, or those of which it cannot be told
 * @param measure what decides, in words
 * @param score what is drawn of it by learning rate, of which less is better
 * @param counted whether that is the way to a target
 * @param rival the first leader with the updater that decides
 * @param next where leaders are alike, the first of them with the best of the others
 * @param claim without statistics
 * @param sentence with them
 */
public record AnswerData(
        String kind,
        List<String> leaders,
        Text measure,
        Text score,
        boolean counted,
        Optional<RivalData> rival,
        Optional<RivalData> next,
        Text claim,
        Text sentence) {
    /**
     * Two updaters.
     *
     * @param one the updater that the ranks favour
     * @param wins seeds on which one is better
     * @param losses seeds on which other is better
     * @param seeds compared
     * @param sure how sure their verdict is
     */
    public record RivalData(String one, String other, int wins, int losses, int seeds, Text sure) {}

    /**
     * As the page takes it.
     *
     * @param problem whose answer it is; of an experiment's answer, any of its problems
     */
    public static AnswerData of(Answer answer, ProblemComparison problem) {
        return new AnswerData(
                answer.kind().name(),
                answer.leaders(),
                answer.measure(),
                MeasureWords.score(problem.deciding(), problem.floor().isPresent()),
                problem.deciding().isCounted(),
                answer.pair().map(pair -> rival(pair, problem)),
                answer.kind() == Answer.Kind.ALIKE ? next(answer, problem) : Optional.empty(),
                answer.claim(),
                answer.sentence());
    }

    private static Optional<RivalData> next(Answer answer, ProblemComparison problem) {
        return problem.ranking().behind().stream()
                .findFirst()
                .flatMap(behind -> problem.ranking().pairs().stream()
                        .filter(pair -> pair.one().equals(answer.leaders().get(0))
                                && pair.other().equals(behind))
                        .findFirst())
                .map(pair -> rival(pair, problem));
    }

    private static RivalData rival(Pair pair, ProblemComparison problem) {
        return new RivalData(
                pair.one(), pair.other(), pair.wins(), pair.losses(), pair.seeds(), Certainty.of(pair, problem));
    }
}
