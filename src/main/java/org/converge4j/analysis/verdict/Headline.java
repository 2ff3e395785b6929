package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Verdict;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.result.Outcome;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/**
 * The answer of an experiment with one problem as one would tell it a friend, without statistics: "Momentum, by a small margin. After
 * 1000 steps its loss is 1.35 times lower than gradient descent's, on 10 of 10 seeds." It names an updater only where a test has shown
 * it better than another, and says of whom it is; of those that may be as good, how often they were.
 */
final class Headline {
    /** Less than so many times better is hardly worth a change. */
    private static final double SMALL = 1.5;

    private static final double FAR = 10;

    /** Who ends with less than this share of what it began with has solved its problem as far as anybody would ask. */
    private static final double NOTHING = 1e-6;

    /** Whose loss falls by less than this share has hardly begun. */
    private static final double HARDLY = 0.05;

    /** From this share of seeds on, the one that mostly lost wins too often to be told. */
    private static final double GAMBLE = 0.3;

    private final ProblemComparison problem;
    private final Ranking ranking;
    private final Deciding deciding;
    private final PairWords words;

    Headline(ProblemComparison problem) {
        this.problem = problem;
        this.ranking = problem.ranking();
        this.deciding = problem.deciding();
        this.words = new PairWords(problem);
    }

    /** Who is better than whom, of all the pair that says most; nothing where no test shows any updater ahead. */
    Optional<Pair> pair() {
        return favourite()
                .flatMap(favourite -> ranking.places().stream()
                        .flatMap(place -> ranking.pairs().stream()
                                .filter(pair -> pair.one().equals(favourite)
                                        && pair.other().equals(place.updater())
                                        && pair.verdict() == Verdict.BETTER))
                        .findFirst());
    }

    /** The only updater that may be best, or the one of several whose worst rank is better than that of all others. */
    private Optional<String> favourite() {
        List<Place> leaders = ranking.leaders().stream()
                .flatMap(name -> ranking.place(name).stream())
                .sorted(Comparator.comparingInt(Place::last))
                .toList();
        boolean isClear = !leaders.isEmpty()
                && (leaders.size() == 1
                        || leaders.get(0).last() < leaders.get(1).last());
        return isClear ? Optional.of(leaders.get(0).updater()) : Optional.empty();
    }

    /** The sentences; nothing where {@link #pair} is nothing. */
    Text text() {
        return pair().map(this::text).orElse(Text.NONE);
    }

    private Text text(Pair pair) {
        List<Text> sentences = new ArrayList<>(List.of(
                verdict(pair),
                size(pair),
                words.itself(pair.one(), name(pair.one()).capital()),
                Findings.notKept(problem),
                contradicted(pair.one()),
                words.medians(pair),
                same(pair),
                words.sameShare(pair),
                hardly(pair.one())));
        ranking.leaders().stream()
                .filter(name -> !name.equals(pair.one()))
                .forEach(other -> sentences.add(rival(pair.one(), other)));
        sentences.add(Edges.note(Edges.open(problem, List.of(pair.one(), pair.other())).stream()
                .map(this::name)
                .toList()));
        sentences.add(isUntuned() ? Text.of("headline.untuned") : Text.NONE);
        return Text.sentences(sentences.toArray(Text[]::new));
    }

    private Text verdict(Pair pair) {
        boolean isRatio = pair.scale() == Scale.RATIO;
        String size = isRatio && pair.ratio() < SMALL
                ? "small"
                : isRatio && pair.ratio() >= FAR && !isOfNothing(pair) ? "far" : "clear";
        return Text.of("headline." + size, name(pair.one()).capital());
    }

    /** Whether the worse of the two, too, ends with next to nothing of what it began with, or with the same loss to three digits. */
    private boolean isOfNothing(Pair pair) {
        if (deciding.measure().kind() == Measure.Kind.STEPS) {
            return false;
        }
        boolean isLittle = chosen(pair.other())
                .flatMap(TrialSummary::initial)
                .flatMap(initial -> ranking.place(pair.other())
                        .map(place -> place.score().median()
                                <= NOTHING * problem.excess().of(initial.median())))
                .orElse(false);
        return isLittle || same(pair).says();
    }

    /** That the better of the two has hardly begun to learn; nothing where another thing than the training loss decides. */
    private Text hardly(String updater) {
        return chosen(updater)
                .filter(trial -> deciding.measure().isFinalLoss())
                .flatMap(trial -> trial.initial()
                        .flatMap(initial -> trial.loss()
                                .map(loss -> 1 - loss.median() / initial.median())
                                .filter(fallen -> initial.median() > 0 && fallen >= 0 && fallen < HARDLY)))
                .map(fallen -> Text.of("headline.hardly", name(updater).capital(), Figures.about(100 * fallen)))
                .orElse(Text.NONE);
    }

    /** That its learning rate is not the best of its grid on the seeds reported. */
    private Text contradicted(String updater) {
        return problem.contradicted().containsKey(updater)
                ? Text.of("headline.contradicted", name(updater).capital())
                : Text.NONE;
    }

    /** That both end with one loss as far as three digits tell, where their excesses over a floor differ. */
    private Text same(Pair pair) {
        boolean isOver = deciding.measure().isFinalLoss()
                && problem.floor().filter(floor -> floor > 0).isPresent();
        Optional<String> one = chosen(pair.one()).flatMap(TrialSummary::loss).map(Headline::median);
        Optional<String> other =
                chosen(pair.other()).flatMap(TrialSummary::loss).map(Headline::median);
        return isOver && one.equals(other)
                ? one.map(loss -> Text.of("headline.same", loss)).orElse(Text.NONE)
                : Text.NONE;
    }

    private static String median(Quartiles loss) {
        return Figures.brief(loss.median());
    }

    private Optional<TrialSummary> chosen(String updater) {
        return problem.updater(updater).flatMap(UpdaterSummary::chosen);
    }

    private Text size(Pair pair) {
        Text other = name(pair.other());
        Text seeds = Text.count(pair.seeds(), "seed");
        String least = words.isSolved(pair.one()) ? ".least" : "";
        if (Double.isInfinite(pair.ratio())) {
            int missed = ranking.place(pair.other())
                    .map(place -> place.seeds() - place.reached())
                    .orElse(0);
            return Text.of(
                    deciding.isCounted() ? "headline.misses" : "headline.diverges", other.capital(), missed, seeds);
        }
        String ratio = Figures.brief(pair.scale() == Scale.RATIO ? pair.ratio() : 100 * pair.ratio());
        if (deciding.isCounted()) {
            return Text.of(
                    deciding.timed() ? "headline.time" : "headline.steps",
                    other,
                    ratio,
                    MeasureWords.target(deciding.measure().target().orElseThrow()),
                    pair.wins(),
                    seeds,
                    MeasureWords.counted(
                            deciding,
                            ranking.place(pair.one()).orElseThrow().score().median()));
        }
        return Text.of(
                "headline." + (pair.scale() == Scale.RATIO ? "lower" + least : words.better()),
                after(),
                quantity(),
                ratio,
                other,
                pair.wins(),
                seeds);
    }

    /** Where there is no floor above 0, the excess is the loss. */
    private Text quantity() {
        boolean isOver = problem.floor().filter(floor -> floor != 0).isPresent() || problem.isDividedBySeed();
        return MeasureWords.quantity(
                deciding.measure(), isOver && problem.floor().isPresent());
    }

    /** "After 1000 steps", if that is so of all. */
    private Text after() {
        if (deciding.measure().kind() == Measure.Kind.BEST) {
            return Text.of("headline.best");
        }
        if (deciding.gradients().isPresent()) {
            return Text.of("headline.after", Text.count(deciding.gradients().getAsInt(), "gradient"));
        }
        if (problem.trials().stream().anyMatch(trial -> trial.outcomes().containsKey(Outcome.TIMED_OUT))) {
            return Text.of("headline.limit");
        }
        List<Budget> budgets = problem.trials().stream()
                .filter(trial -> !trial.isGuest())
                .map(trial -> trial.trial().training())
                .filter(training -> training.stopping().at().isEmpty())
                .map(training -> training.budget())
                .distinct()
                .toList();
        return budgets.size() == 1
                ? Text.of(
                        "headline.after",
                        Text.count(
                                budgets.get(0).amount(), budgets.get(0).unit() == Budget.Unit.STEPS ? "step" : "epoch"))
                : Text.of("headline.end");
    }

    /** Another that may be as good: how often it was. */
    private Text rival(String favourite, String other) {
        return ranking.pairs().stream()
                .filter(pair -> pair.isOf(favourite, other))
                .findFirst()
                .map(pair -> rival(pair, pair.one().equals(other)))
                .orElse(Text.NONE);
    }

    private Text rival(Pair pair, boolean isOne) {
        Text name = named(isOne ? pair.one() : pair.other()).capital();
        if (pair.verdict() == Verdict.ALIKE) {
            return Text.of("headline.alike", name, words.margin());
        }
        if (PairWords.isOnTwoScales(pair)) {
            return Text.of("headline.open.scales", name);
        }
        int won = isOne ? pair.wins() : pair.losses();
        int lost = isOne ? pair.losses() : pair.wins();
        if (deciding.timed() && Math.min(won, lost) == 0) {
            return Text.of("headline.open.cost", name);
        }
        String how = Math.min(won, lost) >= GAMBLE * pair.seeds() ? "gamble" : "open";
        return Text.of("headline." + how + "." + words.better(), name, Text.count(won, "seed"), lost);
    }

    /** With its learning rate, where it was tried at one alone. */
    private Text named(String updater) {
        return problem.updater(updater)
                .filter(summary -> summary.trials().size() == 1)
                .flatMap(UpdaterSummary::chosen)
                .flatMap(trial -> trial.trial().updater().learningRate())
                .map(rate -> Text.of("name.at", name(updater), Figures.given(rate)))
                .orElseGet(() -> name(updater));
    }

    private Text name(String updater) {
        Optional<Trial> trial =
                problem.updater(updater).flatMap(UpdaterSummary::chosen).map(chosen -> chosen.trial());
        return trial.filter(each -> each.updater().variant().equals(updater))
                .map(each -> Labels.name(updater))
                .orElseGet(() -> Text.plain(updater));
    }

    private boolean isUntuned() {
        return problem.updaters().stream()
                .allMatch(updater -> updater.trials().size() == 1
                        && updater.trials().stream().noneMatch(trial -> trial.isGuest()));
    }
}
