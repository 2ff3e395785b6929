package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.verdict.Answer.Kind;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** The answer of a whole experiment: that of its only problem, or those of all in a sentence. */
final class ExperimentAnswer {
    private static final int MOST_NAMED = 3;

    private final List<ProblemComparison> problems;

    ExperimentAnswer(Comparison comparison) {
        this.problems = comparison.problems();
    }

    Answer answer() {
        if (problems.size() == 1) {
            return only(problems.get(0));
        }
        List<Answer> answers = problems.stream()
                .map(problem -> new ProblemAnswer(problem, problems.size(), true).answer())
                .toList();
        if (answers.stream().allMatch(answer -> answer.kind() == Kind.NOT_RANKED)) {
            return said(Kind.NOT_RANKED, List.of(), lowest());
        }
        List<String> leaders = answers.get(0).leaders();
        boolean agreed = answers.stream()
                .allMatch(
                        answer -> answer.kind() == Kind.BEST && answer.leaders().equals(leaders));
        return agreed
                ? said(
                        Kind.BEST,
                        leaders,
                        Text.sentences(
                                Text.of("answer.agreed", leaders.get(0), problems.size()),
                                itself(answers),
                                judged(),
                                edges(answers)))
                : said(
                        Kind.MIXED,
                        List.of(),
                        Text.sentences(mixed(answers), itself(answers), wouldTake(answers), judged(), edges(answers)));
    }

    /** The answer of the only problem, in the words of {@link Headline} where they say more. */
    private Answer only(ProblemComparison problem) {
        Answer answer = new ProblemAnswer(problem, 1, false).answer();
        if (!problem.deciding().ranks()) {
            return said(Kind.NOT_RANKED, List.of(), lowest());
        }
        Headline headline = new Headline(problem);
        Text claim = answer.kind() == Kind.BEST || answer.kind() == Kind.CANNOT_TELL
                ? headline.text().optional().orElse(answer.claim())
                : answer.claim();
        return new Answer(
                "",
                answer.kind(),
                answer.leaders(),
                answer.kind() == Kind.CANNOT_TELL ? headline.pair().or(answer::pair) : answer.pair(),
                answer.measure(),
                claim,
                claim);
    }

    /** Who ends lowest on each problem, where nothing is ranked. */
    private Text lowest() {
        Map<Text, List<String>> problemsByNames = new LinkedHashMap<>();
        for (ProblemComparison problem : problems) {
            List<String> names = lowest(problem);
            if (!names.isEmpty()) {
                problemsByNames
                        .computeIfAbsent(Text.and(names), key -> new ArrayList<>())
                        .add(problem.problem().name());
            }
        }
        return problemsByNames.isEmpty()
                ? Text.of("answer.none.ranked")
                : Text.of(
                        "answer.none.lowest",
                        Text.semicolons(problemsByNames.entrySet().stream()
                                .map(each -> Text.of("mixed.on", each.getKey(), Text.and(each.getValue())))
                                .toList()));
    }

    /** The updaters of the least median at the end; those that all end solved are equal. */
    private static List<String> lowest(ProblemComparison problem) {
        double solved = problem.excess().known().orElse(0.0);
        ToDoubleFunction<Place> end = place -> Math.max(solved, place.score().median());
        List<Place> places = problem.finalRanking().places();
        double least = places.stream().mapToDouble(end).min().orElse(Double.POSITIVE_INFINITY);
        return places.stream()
                .filter(place -> Double.isFinite(least) && end.applyAsDouble(place) == least)
                .map(Place::updater)
                .toList();
    }

    private static Answer said(Kind kind, List<String> leaders, Text sentence) {
        return new Answer("", kind, leaders, Optional.empty(), Text.NONE, sentence, sentence);
    }

    /** "adam is best on raw, where sgd diverges on every seed; momentum is best on standardised." */
    private Text mixed(List<Answer> answers) {
        boolean differs = isNobodyAmongAllLeaders(answers);
        Map<Text, List<Text>> problemsBySaying = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            ProblemComparison problem = problems.get(i);
            problemsBySaying
                    .computeIfAbsent(saying(answers.get(i), problem), saying -> new ArrayList<>())
                    .add(lost(
                            problem,
                            counted(
                                    answers.get(i),
                                    problem,
                                    differs
                                            ? condition(problem)
                                            : Text.plain(problem.problem().name()))));
        }
        Text all = Text.semicolons(problemsBySaying.entrySet().stream()
                .map(saying -> Text.of("mixed.on", saying.getKey(), Text.and(saying.getValue())))
                .toList());
        return Text.of("sentence", differs ? Text.of("mixed.depends", all) : all.capital());
    }

    /** By what all are judged, if that is the same. */
    private Text judged() {
        List<Text> measures = problems.stream()
                .map(problem ->
                        MeasureWords.of(problem.deciding(), problem.floor().isPresent()))
                .distinct()
                .toList();
        return measures.size() == 1 ? Text.of("mixed.judged", measures.get(0)) : Text.NONE;
    }

    /** Whether some problems have an answer, and no updater is among the best on all of these. */
    private static boolean isNobodyAmongAllLeaders(List<Answer> answers) {
        List<Answer> told = answers.stream()
                .filter(answer -> answer.kind() == Kind.BEST || answer.kind() == Kind.ALIKE)
                .toList();
        return told.size() > 1
                && told.get(0).leaders().stream()
                        .noneMatch(name -> told.stream()
                                .allMatch(answer -> answer.leaders().contains(name)));
    }

    /** What it would take to tell where it cannot be told. */
    private Text wouldTake(List<Answer> answers) {
        List<Pair> open = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).kind() == Kind.CANNOT_TELL) {
                ProblemAnswer.hardest(problems.get(i).ranking()).ifPresent(open::add);
            }
        }
        return open.isEmpty()
                ? Text.NONE
                : Text.of("sentence", PairWords.wouldTake(open, levels()).capital());
    }

    private Levels levels() {
        int most = problems.stream()
                .mapToInt(problem -> problem.ranking().rules())
                .max()
                .orElse(1);
        return Levels.of(most, problems.size());
    }

    /** A problem with what makes it different for updaters, where that is known of all: "p (condition number 242)". */
    private Text condition(ProblemComparison problem) {
        String name = problem.problem().name();
        return problems.stream().allMatch(each -> curvature(each).isPresent())
                ? curvature(problem)
                        .map(known -> Text.of(
                                "mixed.condition", name, Text.of("mixed.number", Figures.about(known.condition()))))
                        .orElseGet(() -> Text.plain(name))
                : Text.plain(name);
    }

    /** A problem with how soon its first is there, where there is one: "p (22 steps)". */
    private static Text counted(Answer answer, ProblemComparison problem, Text name) {
        return answer.kind() != Kind.BEST || !problem.deciding().isCounted()
                ? name
                : problem.ranking()
                        .place(answer.leaders().get(0))
                        .map(place -> Text.of(
                                "mixed.condition",
                                name,
                                MeasureWords.counted(
                                        problem.deciding(), place.score().median())))
                        .orElse(name);
    }

    private static Optional<Curvature> curvature(ProblemComparison problem) {
        return problem.facts().flatMap(ProblemFacts::curvature);
    }

    private static Text saying(Answer answer, ProblemComparison problem) {
        return switch (answer.kind()) {
            case BEST ->
                Text.of(
                        problem.deciding().isCounted() ? "mixed.first" : "mixed.best",
                        answer.leaders().get(0));
            case ALIKE -> worse(Text.and(answer.leaders()), problem);
            case CANNOT_TELL -> which(answer.leaders(), problem);
            case NONE -> Text.of("mixed.none");
            case MIXED, NOT_RANKED -> Text.of("mixed.nothing");
        };
    }

    /** "it cannot be told whether a or b is best", or "… which of the 13 updaters" where there are too many to name. */
    private static Text which(List<String> leaders, ProblemComparison problem) {
        int all = problem.ranking().places().size();
        return leaders.size() <= MOST_NAMED
                ? Text.of(problem.deciding().isCounted() ? "mixed.whether.first" : "mixed.whether", Text.or(leaders))
                : Text.of(leaders.size() == all ? "mixed.which.all" : "mixed.which", leaders.size());
    }

    /** Who is shown to be worse than those that are alike. */
    private static Text worse(Text alike, ProblemComparison problem) {
        List<String> worse = problem.ranking().behind();
        return worse.isEmpty() ? Text.of("mixed.alike", alike) : Text.of("mixed.alike.better", alike, Text.and(worse));
    }

    /** Those of whom an answer speaks: the leaders and, where some are shown to be worse, these. */
    private static List<String> compared(Answer answer, ProblemComparison problem) {
        return answer.kind() == Kind.CANNOT_TELL
                ? answer.leaders()
                : Stream.concat(answer.leaders().stream(), problem.ranking().behind().stream())
                        .toList();
    }

    /** Which of those that are called best, or alike, fail on some seeds themselves. */
    private Text itself(List<Answer> answers) {
        List<Text> failing = new ArrayList<>();
        List<Text> said = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).kind() == Kind.BEST || answers.get(i).kind() == Kind.ALIKE) {
                PairWords words = new PairWords(problems.get(i));
                for (String leader : answers.get(i).leaders()) {
                    Text name =
                            Text.of("edge.on", leader, problems.get(i).problem().name());
                    words.itself(leader, name).optional().ifPresent(sentence -> {
                        failing.add(name);
                        said.add(sentence);
                    });
                }
            }
        }
        return PairWords.themselves(failing, said);
    }

    /** Those of whom answers speak whose best may lie beyond their grids. */
    private Text edges(List<Answer> answers) {
        List<Text> open = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String problem = problems.get(i).problem().name();
            Edges.open(problems.get(i), compared(answers.get(i), problems.get(i)))
                    .forEach(name -> open.add(Text.of("edge.on", name, problem)));
        }
        return Edges.note(open);
    }

    /** A problem with the updaters that fail there on every seed, if others do not. */
    private static Text lost(ProblemComparison problem, Text name) {
        List<Place> places = problem.ranking().places();
        List<String> lost = places.stream()
                .filter(place -> place.reached() == 0)
                .map(Place::updater)
                .toList();
        if (lost.isEmpty() || lost.size() == places.size()) {
            return name;
        }
        String failure = problem.deciding().isCounted() ? "mixed.where.miss" : "mixed.where.diverge";
        return Text.of(failure + (lost.size() == 1 ? ".one" : ".more"), name, Text.and(lost));
    }
}
