package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Verdict;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** How sure it is what two updaters are to each other: beside a sentence in few symbols, or as a sentence of its own. */
public final class Certainty {
    private static final double LEAST_P = 0.001;

    private Certainty() {}

    /** In words and numbers: what is shown, how often chance would show as much, and the interval; nothing without a test. */
    public static Text of(Pair pair, ProblemComparison problem) {
        return switch (pair.verdict()) {
            case BETTER ->
                pair.test()
                        .map(test -> sentences(
                                Text.of("sure.better", chance(test.adjusted()), p(test.adjusted())), pair, problem))
                        .orElse(Text.NONE);
            case ALIKE ->
                pair.interval()
                        .filter(interval -> pair.scale() == Scale.RATIO)
                        .map(interval -> interval.low() == 1 && interval.high() == 1
                                ? Text.of("sure.alike.none")
                                : Text.of("sure.alike", alike(interval), new PairWords(problem).margin()))
                        .orElseGet(() -> sentences(Text.of("sure.alike.all"), pair, problem));
            case CANNOT_TELL ->
                sentences(
                        pair.test()
                                .map(test -> Text.of("sure.open", p(test.adjusted())))
                                .orElse(Text.of("sure.untested")),
                        pair,
                        problem);
        };
    }

    /** With how far they are apart, where that is a number with an interval. */
    private static Text sentences(Text start, Pair pair, ProblemComparison problem) {
        return Text.sentences(
                start,
                pair.interval()
                        .filter(interval -> Double.isFinite(pair.ratio())
                                && pair.test().isPresent()
                                && !isOpen(pair.scale(), interval))
                        .map(interval -> Text.of(
                                "sure.apart", new PairWords(problem).factor(pair), interval(pair.scale(), interval)))
                        .orElse(Text.NONE));
    }

    /** In how many of a hundred or a thousand experiments at most chance does as much. */
    private static Text chance(double p) {
        return p < LEAST_P
                ? Text.of("sure.thousand")
                : Text.of("sure.hundred", Integer.toString((int) Math.floor(100 * p) + 1));
    }

    private static Text p(double p) {
        return Text.of("evidence.p", p > 0.99 ? "1" : Figures.about(p));
    }

    /** "95 % interval 1.3 to 1.41 times, p = 0.004". */
    static Optional<Text> evidence(Pair pair) {
        if (pair.verdict() == Verdict.ALIKE && pair.scale() == Scale.RATIO) {
            return pair.interval().map(Certainty::alike);
        }
        return pair.test()
                .map(test -> pair.interval()
                        .filter(interval -> !isOpen(pair.scale(), interval))
                        .map(interval -> Text.of("list.comma", interval(pair.scale(), interval), p(test.adjusted())))
                        .orElseGet(() -> p(test.adjusted())));
    }

    private static Text alike(Interval interval) {
        return Text.of(
                "evidence.alike",
                Figures.about(100 * (interval.low() - 1)),
                Figures.about(100 * (interval.high() - 1)));
    }

    private static boolean isOpen(Scale scale, Interval interval) {
        return interval.high() == Double.POSITIVE_INFINITY
                && (Double.isInfinite(interval.low()) || (scale == Scale.RATIO && interval.low() <= 0));
    }

    private static Text interval(Scale scale, Interval interval) {
        List<String> ends = scale == Scale.DIFFERENCE
                ? Figures.ends(100 * interval.low(), 100 * interval.high())
                : Figures.ends(interval.low(), interval.high());
        String key = scale == Scale.DIFFERENCE ? "evidence.points" : "evidence.times";
        return ends.get(0).equals(ends.get(1))
                ? Text.of(key + ".one", ends.get(0))
                : Text.of(key, ends.get(0), ends.get(1));
    }
}
