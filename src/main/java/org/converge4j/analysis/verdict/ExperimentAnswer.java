package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.verdict.Answer.Kind;

/** The answer of a whole experiment: that of its only problem, or those of all in a sentence. */
final class ExperimentAnswer {
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
                ? said(Kind.BEST, leaders, leaders.get(0) + " is best on all " + problems.size() + " problems.")
                : said(Kind.MIXED, List.of(), mixed(answers));
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
        Map<String, List<String>> problemsBySaying = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            problemsBySaying
                    .computeIfAbsent(saying(answers.get(i)), saying -> new ArrayList<>())
                    .add(problems.get(i).problem().name() + lost(problems.get(i)));
        }
        boolean differs = answers.stream()
                        .filter(answer -> answer.kind() == Kind.BEST)
                        .map(Answer::leaders)
                        .distinct()
                        .count()
                > 1;
        String all = problemsBySaying.entrySet().stream()
                .map(saying -> saying.getKey() + " on " + ProblemAnswer.join(saying.getValue()))
                .collect(Collectors.joining("; "));
        return (differs ? "It depends on the problem: " + all : Character.toUpperCase(all.charAt(0)) + all.substring(1))
                + ".";
    }

    private static String saying(Answer answer) {
        return switch (answer.kind()) {
            case BEST -> answer.leaders().get(0) + " is best";
            case ALIKE -> ProblemAnswer.join(answer.leaders()) + " are alike";
            case CANNOT_TELL -> "it cannot be told whether " + ProblemAnswer.either(answer.leaders()) + " is best";
            case NONE -> "no updater succeeds";
            case MIXED, NOT_RANKED -> "there is nothing to rank";
        };
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
        String failure = problem.deciding().measure().kind() == Measure.Kind.STEPS
                ? one ? " misses the target" : " miss the target"
                : one ? " diverges" : " diverge";
        return ", where " + ProblemAnswer.join(lost) + failure + " on every seed";
    }
}
