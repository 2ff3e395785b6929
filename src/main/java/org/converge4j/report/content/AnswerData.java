package org.converge4j.report.content;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.wording.Text;

/**
 * An answer as the page takes it: the sentence, and what it is made of.
 *
 * @param kind BEST, ALIKE, CANNOT_TELL, NONE, MIXED or NOT_RANKED
 * @param leaders the best updater, those that are alike, or those of which it cannot be told
 * @param measure what decides, in words
 * @param rival the first leader with the updater that decides
 * @param claim without statistics
 * @param sentence with them
 */
public record AnswerData(
        String kind, List<String> leaders, Text measure, Optional<RivalData> rival, Text claim, Text sentence) {
    /**
     * Two updaters.
     *
     * @param one the updater that the ranks favour
     * @param verdict BETTER, ALIKE or CANNOT_TELL
     * @param scale RATIO of other to one, or their DIFFERENCE
     * @param ratio of other to one
     * @param interval of that, its two ends; none without a test
     * @param p corrected; none without a test
     * @param wins seeds on which one is better
     * @param losses seeds on which other is better
     * @param seeds compared
     * @param seedsToTell with how many seeds it could be told; 0 if 100 would not do
     */
    public record RivalData(
            String one,
            String other,
            String verdict,
            String scale,
            double ratio,
            Optional<Interval> interval,
            Optional<Double> p,
            int wins,
            int losses,
            int seeds,
            Optional<Integer> seedsToTell) {}

    public static AnswerData of(Answer answer) {
        return new AnswerData(
                answer.kind().name(),
                answer.leaders(),
                answer.measure(),
                answer.pair().map(AnswerData::rival),
                answer.claim(),
                answer.sentence());
    }

    private static RivalData rival(Pair pair) {
        return new RivalData(
                pair.one(),
                pair.other(),
                pair.verdict().name(),
                pair.scale().name(),
                pair.ratio(),
                pair.interval(),
                pair.test().map(Pair.Test::adjusted),
                pair.wins(),
                pair.losses(),
                pair.seeds(),
                pair.seedsToTell());
    }
}
