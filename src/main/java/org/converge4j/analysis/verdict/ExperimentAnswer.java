package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.verdict.Answer.Kind;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.wording.Figures;

/** The answer of a whole experiment: that of its only problem, or those of all in a sentence. */
final class ExperimentAnswer {
    private static final int MOST_NAMED = 3;

    private final List<ProblemComparison> problems;

    ExperimentAnswer(Comparison comparison) {
        this.problems = comparison.problems();
    }

    Answer answer() {
        if (problems.size() == 1) {
            return only(new ProblemAnswer(problems.get(0), 1, false).answer());
        }
        List<Answer> answers = problems.stream()
                .map(problem -> new ProblemAnswer(problem, problems.size(), true).answer())
                .toList();
        if (answers.stream().allMatch(answer -> answer.kind() == Kind.NOT_RANKED)) {
            return said(
                    Kind.NOT_RANKED, List.of(), "Nothing is ranked: tables and pictures show how the updaters differ.");
        }
        List<String> leaders = answers.get(0).leaders();
        boolean agreed = answers.stream()
                .allMatch(
                        answer -> answer.kind() == Kind.BEST && answer.leaders().equals(leaders));
        return agreed
                ? said(
                        Kind.BEST,
                        leaders,
                        leaders.get(0) + " is best on all " + problems.size() + " problems." + edges(answers))
                : said(Kind.MIXED, List.of(), mixed(answers) + wouldTake(answers) + edges(answers));
    }

    private static Answer only(Answer answer) {
        return new Answer(
                "", answer.kind(), answer.leaders(), answer.pair(), answer.measure(), answer.claim(), answer.claim());
    }

    private static Answer said(Kind kind, List<String> leaders, String sentence) {
        return new Answer("", kind, leaders, Optional.empty(), "", sentence, sentence);
    }

    /** "adam is best on raw, where sgd diverges on every seed; momentum is best on standardised." */
    private String mixed(List<Answer> answers) {
        boolean differs = isNobodyAmongAllLeaders(answers);
        Map<String, List<String>> problemsBySaying = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            ProblemComparison problem = problems.get(i);
            problemsBySaying
                    .computeIfAbsent(saying(answers.get(i), problem), saying -> new ArrayList<>())
                    .add(problem.problem().name() + (differs ? condition(problem) : "") + lost(problem));
        }
        String all = problemsBySaying.entrySet().stream()
                .map(saying -> saying.getKey() + " on " + ProblemAnswer.join(saying.getValue()))
                .collect(Collectors.joining("; "));
        return (differs ? "It depends on the problem: " + all : capital(all)) + ".";
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
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
    private String wouldTake(List<Answer> answers) {
        List<Pair> open = answers.stream()
                .filter(answer -> answer.kind() == Kind.CANNOT_TELL)
                .flatMap(answer -> answer.pair().stream())
                .toList();
        return open.isEmpty() ? "" : " " + capital(PairWords.wouldTake(open)) + ".";
    }

    /** What makes problems different for updaters, where it is known of all: " (condition number 242)". */
    private String condition(ProblemComparison problem) {
        return problems.stream().allMatch(each -> curvature(each).isPresent())
                ? curvature(problem)
                        .map(known -> " (condition number " + Figures.about(known.condition()) + ")")
                        .orElse("")
                : "";
    }

    private static Optional<Curvature> curvature(ProblemComparison problem) {
        return problem.facts().flatMap(ProblemFacts::curvature);
    }

    private static String saying(Answer answer, ProblemComparison problem) {
        return switch (answer.kind()) {
            case BEST -> answer.leaders().get(0) + " is best";
            case ALIKE -> ProblemAnswer.join(answer.leaders()) + " are alike" + worse(problem);
            case CANNOT_TELL -> "it cannot be told " + which(answer.leaders(), problem) + " is best";
            case NONE -> "no updater succeeds";
            case MIXED, NOT_RANKED -> "there is nothing to rank";
        };
    }

    /** "whether a or b", or "which of the 13 updaters" where there are too many to name. */
    private static String which(List<String> leaders, ProblemComparison problem) {
        int all = problem.ranking().places().size();
        return leaders.size() <= MOST_NAMED
                ? "whether " + ProblemAnswer.either(leaders)
                : "which of " + (leaders.size() == all ? "the " : "") + leaders.size() + " updaters";
    }

    /** Who is shown to be worse than those that are alike. */
    private static String worse(ProblemComparison problem) {
        List<String> worse = problem.ranking().behind();
        return worse.isEmpty() ? "" : " and better than " + ProblemAnswer.join(worse);
    }

    /** Leaders whose best may lie beyond their grids. */
    private String edges(List<Answer> answers) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String on = " on " + problems.get(i).problem().name();
            Edges.open(problems.get(i), answers.get(i).leaders()).forEach(name -> open.add(name + on));
        }
        return Edges.note(open);
    }

    /** Which updaters fail there on every seed, if others do not. */
    private static String lost(ProblemComparison problem) {
        List<Place> places = problem.ranking().places();
        List<String> lost = places.stream()
                .filter(place -> place.reached() == 0)
                .map(Place::updater)
                .toList();
        if (lost.isEmpty() || lost.size() == places.size()) {
            return "";
        }
        boolean one = lost.size() == 1;
        String failure = problem.deciding().isCounted()
                ? one ? " misses the target" : " miss the target"
                : one ? " diverges" : " diverge";
        return ", where " + ProblemAnswer.join(lost) + failure + " on every seed";
    }
}
