package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Verdict;
import org.converge4j.analysis.verdict.Answer.Kind;
import org.converge4j.wording.Figures;

/** The answer of one problem, in sentences. */
final class ProblemAnswer {
    private final ProblemComparison problem;
    private final Levels levels;
    private final Ranking ranking;
    private final Deciding deciding;
    private final PairWords words;
    private final String measure;
    private final String on;

    /**
     * @param problems of the experiment, which share what may be erred
     * @param named whether the sentences name the problem
     */
    ProblemAnswer(ProblemComparison problem, int problems, boolean named) {
        this.problem = problem;
        this.ranking = problem.ranking();
        this.levels = Levels.of(ranking.places().size() - ranking.twins().size(), problems);
        this.deciding = problem.deciding();
        this.words = new PairWords(problem);
        this.measure = MeasureWords.of(deciding, problem.floor().isPresent());
        this.on = named ? " on " + problem.problem().name() : "";
    }

    Answer answer() {
        if (!deciding.ranks()) {
            return said(Kind.NOT_RANKED, List.of(), "Nothing is ranked" + on + ".");
        }
        if (!ranking.places().isEmpty() && ranking.places().stream().allMatch(place -> place.reached() == 0)) {
            return said(
                    Kind.NONE,
                    List.of(),
                    (deciding.isCounted() ? "No updater reaches " + target() : "Every updater diverges on every seed")
                            + on + ".");
        }
        if (ranking.pairs().isEmpty()) {
            return said(Kind.NOT_RANKED, List.of(), alone());
        }
        return ranking.best().map(this::best).orElseGet(this::leaders);
    }

    private String alone() {
        List<String> names = ranking.places().stream().map(Place::updater).toList();
        return names.size() > 1
                ? join(names) + " are one rule" + on + ": their curves are equal on every seed."
                : names.isEmpty() ? "" : names.get(0) + " is alone" + on + ": there is nothing to compare it with.";
    }

    private Answer best(String best) {
        Pair next = ranking.pairs().stream()
                .filter(pair -> pair.one().equals(best))
                .findFirst()
                .orElseThrow();
        String rival = next.other() + (ranking.pairs().size() > 1 ? ", the next," : "");
        String who =
                best + (deciding.isCounted() ? " is first to " + target() + on : " is best" + on + " by " + measure);
        String start = Double.isInfinite(next.ratio())
                ? who + ": " + rival + " " + words.failure() + " on " + missed(next.other()) + " of " + next.seeds()
                        + " seeds"
                : who + ", " + ahead(next, rival) + ": "
                        + (deciding.isCounted() ? "it takes " + median(best) + ", " : "") + words.apart(next);
        return told(
                Kind.BEST,
                List.of(best),
                next,
                start + "." + edge(List.of(best)),
                start + words.evidence(next) + "." + edge(List.of(best)));
    }

    /** "ahead of adam, the next, on 10 of 10 seeds". */
    private String ahead(Pair pair, String rival) {
        return words.wins(pair).replaceFirst(" ", (deciding.isCounted() ? " of " : " than ") + rival + " ");
    }

    private Answer leaders() {
        List<String> leaders = ranking.leaders();
        List<Pair> among = ranking.pairs().stream()
                .filter(pair -> leaders.contains(pair.one()) && leaders.contains(pair.other()))
                .toList();
        return hardest(leaders.get(0), among)
                .map(pair -> open(leaders, pair))
                .orElseGet(() -> alike(leaders, among.get(0)));
    }

    /** Of the pairs that cannot be told, the one that would take most seeds: the first of the order must beat all others. */
    private static Optional<Pair> hardest(String first, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.verdict() == Verdict.CANNOT_TELL)
                .max(Comparator.comparing((Pair pair) -> pair.one().equals(first))
                        .thenComparing(PairWords::seedsToTell));
    }

    private Answer alike(List<String> leaders, Pair pair) {
        String start =
                join(leaders) + " are alike" + on + " by " + measure + ": they differ by less than " + words.margin();
        String cheaper =
                new Cost(problem).cheapest(leaders).map(cost -> "; " + cost).orElse("");
        return told(
                Kind.ALIKE,
                leaders,
                pair,
                start + "." + behind() + edge(leaders),
                start + words.evidence(pair) + cheaper + "." + behind() + edge(leaders));
    }

    private Answer open(List<String> leaders, Pair pair) {
        String question = "It cannot be told" + on + " whether "
                + (leaders.size() > 3 ? leaders.get(0) + " or another of " + leaders.size() : either(leaders))
                + (deciding.isCounted() ? " is first to " + target() : " is best by " + measure) + ": ";
        String shown = Double.isInfinite(pair.ratio())
                ? pair.other() + " " + words.failure() + " on " + missed(pair.other()) + " of " + pair.seeds()
                        + " seeds, " + pair.one() + " on " + missed(pair.one())
                : pair.one() + " is " + (leaders.size() > 2 ? ahead(pair, pair.other()) : words.wins(pair)) + ", "
                        + words.apart(pair);
        String take = "; " + words.wouldTake(pair, levels) + "." + behind() + edge(leaders);
        return told(
                Kind.CANNOT_TELL,
                leaders,
                pair,
                question + shown + take,
                question + shown + words.evidence(pair) + take);
    }

    /** Who is shown not to be best. */
    private String behind() {
        List<String> behind = ranking.behind();
        return behind.isEmpty()
                ? ""
                : " " + join(behind) + (behind.size() == 1 ? " is" : " are") + " shown to be worse.";
    }

    private Answer told(Kind kind, List<String> leaders, Pair pair, String claim, String sentence) {
        return new Answer(problem.problem().name(), kind, leaders, Optional.of(pair), measure, claim, sentence);
    }

    private Answer said(Kind kind, List<String> leaders, String sentence) {
        return new Answer(problem.problem().name(), kind, leaders, Optional.empty(), measure, sentence, sentence);
    }

    private String target() {
        return Findings.words(deciding.measure().target().orElseThrow());
    }

    private int missed(String updater) {
        return place(updater).seeds() - place(updater).reached();
    }

    private String median(String updater) {
        double median = place(updater).score().median();
        return deciding.timed()
                ? Figures.about(median / 1000) + " ms (median)"
                : Figures.brief(median) + " " + deciding.unit() + (median == 1 ? "" : "s") + " (median)";
    }

    private Place place(String updater) {
        return ranking.place(updater).orElseThrow();
    }

    private String edge(List<String> leaders) {
        return Edges.note(problem, leaders);
    }

    /** "a, b and c". */
    static String join(List<String> names) {
        return list(names, " and ");
    }

    /** "a, b or c". */
    static String either(List<String> names) {
        return list(names, " or ");
    }

    private static String list(List<String> names, String last) {
        List<String> all = new ArrayList<>(names);
        String end = all.remove(all.size() - 1);
        return all.isEmpty() ? end : String.join(", ", all) + last + end;
    }
}
