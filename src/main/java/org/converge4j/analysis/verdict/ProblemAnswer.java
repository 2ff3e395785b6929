package org.converge4j.analysis.verdict;

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
import org.converge4j.wording.Text;

/** The answer of one problem, in sentences. */
final class ProblemAnswer {
    private final ProblemComparison problem;
    private final Levels levels;
    private final Ranking ranking;
    private final Deciding deciding;
    private final PairWords words;
    private final Text measure;
    private final boolean named;

    /**
     * @param problems of the experiment, which share what may be erred
     * @param named whether the sentences name the problem
     */
    ProblemAnswer(ProblemComparison problem, int problems, boolean named) {
        this.problem = problem;
        this.ranking = problem.ranking();
        this.levels = Levels.of(ranking.rules(), problems);
        this.deciding = problem.deciding();
        this.words = new PairWords(problem);
        this.measure = MeasureWords.of(deciding, problem.floor().isPresent());
        this.named = named;
    }

    Answer answer() {
        if (!deciding.ranks()) {
            return said(Kind.NOT_RANKED, text("answer.nothing"));
        }
        if (!ranking.places().isEmpty() && ranking.places().stream().allMatch(place -> place.reached() == 0)) {
            return said(
                    Kind.NONE,
                    problem.isPartial()
                            ? text("answer.none.sofar")
                            : deciding.isCounted()
                                    ? text("answer.none.reaches", target())
                                    : text("answer.none.diverge"));
        }
        if (ranking.pairs().isEmpty()) {
            return said(Kind.NOT_RANKED, alone());
        }
        return ranking.best().map(this::best).orElseGet(this::leaders);
    }

    /** A template that may name the problem, first of what fills it. */
    private Text text(String key, Object... parts) {
        Object[] all = new Object[parts.length + 1];
        all[0] = problem.problem().name();
        System.arraycopy(parts, 0, all, 1, parts.length);
        return Text.of(named ? key + ".on" : key, all);
    }

    private Text alone() {
        List<String> names = ranking.places().stream().map(Place::updater).toList();
        if (names.size() > 1) {
            return text("answer.rule", Text.and(names));
        }
        String alone = problem.updaters().size() > 1 ? "answer.only" : "answer.alone";
        return names.isEmpty() ? Text.NONE : text(alone, names.get(0));
    }

    private Answer best(String best) {
        Pair next = ranking.pairs().stream()
                .filter(pair -> pair.one().equals(best))
                .findFirst()
                .orElseThrow();
        Text rival = ranking.pairs().size() > 1 ? Text.of("rival.next", next.other()) : Text.plain(next.other());
        Text who = deciding.isCounted() ? text("answer.first", best, target()) : text("answer.best", best, measure);
        Text start = Double.isInfinite(next.ratio())
                ? Text.of("answer.because", who, words.fails(rival, missed(next.other()), next.seeds()))
                : Text.of(
                        "answer.because",
                        Text.of("list.comma", who, words.winsOver(next, rival)),
                        deciding.isCounted()
                                ? Text.of("list.comma", Text.of("answer.takes", median(best)), words.apart(next))
                                : words.apart(next));
        Text same = words.sameShare(next);
        return told(
                Kind.BEST,
                List.of(best),
                next,
                Text.sentences(Text.of("sentence", start), words.medians(next), same),
                Text.sentences(Text.of("sentence", words.withEvidence(start, next)), words.medians(next), same));
    }

    private Answer leaders() {
        List<Pair> open = open(ranking);
        return open.isEmpty() ? alike(ranking.leaders(), amongLeaders(ranking).get(0)) : open(ranking.leaders(), open);
    }

    private static List<Pair> amongLeaders(Ranking ranking) {
        List<String> leaders = ranking.leaders();
        return ranking.pairs().stream()
                .filter(pair -> leaders.contains(pair.one()) && leaders.contains(pair.other()))
                .toList();
    }

    /** The pairs of leaders that cannot be told: those of the first, which must beat all others, in the order of the others, or else all. */
    private static List<Pair> open(Ranking ranking) {
        List<Pair> open = amongLeaders(ranking).stream()
                .filter(pair -> pair.verdict() == Verdict.CANNOT_TELL)
                .toList();
        List<String> leaders = ranking.leaders();
        List<Pair> ofFirst = leaders.stream()
                .flatMap(other -> open.stream().filter(pair -> pair.isOf(leaders.get(0), other)))
                .toList();
        return ofFirst.isEmpty() ? open : ofFirst;
    }

    /** Of the pairs that would have to be told, the one that takes most seeds. */
    static Optional<Pair> hardest(Ranking ranking) {
        return open(ranking).stream().max(Comparator.comparing(PairWords::seedsToTell));
    }

    private Answer alike(List<String> leaders, Pair pair) {
        Text start = deciding.isCounted()
                ? text("answer.alike.counted", Text.and(leaders), target(), words.margin(), median(leaders.get(0)))
                : text("answer.alike", Text.and(leaders), measure, words.margin());
        Text shown = words.withEvidence(start, pair);
        Text cheaper = new Cost(problem)
                .cheapest(leaders)
                .map(cost -> Text.of("list.semicolon", shown, cost))
                .orElse(shown);
        return told(
                Kind.ALIKE,
                leaders,
                pair,
                Text.sentences(Text.of("sentence", start), behind()),
                Text.sentences(Text.of("sentence", cheaper), behind()));
    }

    /** @param open pairs of leaders, of which the first is shown */
    private Answer open(List<String> leaders, List<Pair> open) {
        Pair pair = open.get(0);
        Text who = leaders.size() > 3 ? Text.of("open.many", leaders.get(0), leaders.size()) : Text.or(leaders);
        Text question = deciding.isCounted() ? text("open.first", who, target()) : text("open.best", who, measure);
        Text wins = leaders.size() > 2 ? words.winsOver(pair, Text.plain(pair.other())) : words.wins(pair);
        Text shown = PairWords.isOnTwoScales(pair)
                ? Text.of("open.scales", pair.one(), pair.other())
                : Double.isInfinite(pair.ratio())
                        ? Text.of(
                                "fails.both",
                                words.fails(pair.other(), missed(pair.other()), pair.seeds()),
                                pair.one(),
                                missed(pair.one()))
                        : Text.of("list.comma", Text.of("pair.is", pair.one(), wins), words.apart(pair));
        Text claim = Text.of("answer.because", question, shown);
        return told(
                Kind.CANNOT_TELL,
                leaders,
                pair,
                taking(claim, pair),
                taking(Text.of("answer.because", question, words.withEvidence(shown, pair)), pair));
    }

    /** With what it would take to tell this pair, or, where that is more, all of them, and who is worse. */
    private Text taking(Text claim, Pair pair) {
        Text take = hardest(ranking)
                .filter(hardest -> PairWords.seedsToTell(hardest) > PairWords.seedsToTell(pair))
                .map(hardest -> words.wouldTakeAll(hardest, ranking.leaders().get(0)))
                .orElseGet(() -> words.wouldTake(pair, levels));
        return Text.sentences(
                Text.of("sentence", Text.of("list.semicolon", claim, take)), words.medians(pair), behind());
    }

    /** Who is shown not to be best. */
    private Text behind() {
        List<String> behind = ranking.behind();
        return behind.isEmpty()
                ? Text.NONE
                : Text.of(
                        "answer.behind" + (deciding.isCounted() ? ".counted" : "")
                                + (behind.size() == 1 ? ".one" : ".more"),
                        Text.and(behind));
    }

    /** A claim that stands by itself says whose grid may be too narrow; beside a sentence with evidence stands what to do about it. */
    private Answer told(Kind kind, List<String> leaders, Pair pair, Text claim, Text sentence) {
        return new Answer(
                problem.problem().name(),
                kind,
                leaders,
                Optional.of(pair),
                measure,
                Text.sentences(claim, itself(kind, leaders), Edges.note(problem, leaders)),
                sentence);
    }

    /** Which of those that are called best, or alike, fail on some seeds themselves. */
    private Text itself(Kind kind, List<String> leaders) {
        List<String> failing = leaders.stream()
                .filter(name ->
                        kind != Kind.CANNOT_TELL && words.itself(name, name).says())
                .toList();
        return PairWords.themselves(
                failing.stream().map(Text::plain).toList(),
                failing.stream().map(name -> words.itself(name, name)).toList());
    }

    private Answer said(Kind kind, Text sentence) {
        return new Answer(problem.problem().name(), kind, List.of(), Optional.empty(), measure, sentence, sentence);
    }

    private Text target() {
        return MeasureWords.target(deciding.measure().target().orElseThrow());
    }

    private int missed(String updater) {
        return place(updater).seeds() - place(updater).reached();
    }

    private Text median(String updater) {
        return MeasureWords.counted(deciding, place(updater).score().median());
    }

    private Place place(String updater) {
        return ranking.place(updater).orElseThrow();
    }
}
