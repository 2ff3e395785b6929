package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.verdict.Finding;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.analysis.verdict.Findings;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;

/** Where in a report each finding stands: the answer on top, cautions beside it, the rest below. */
public final class Sentences {
    private final Comparison comparison;
    private final List<Finding> findings;

    public Sentences(Comparison comparison) {
        this.comparison = comparison;
        this.findings = Findings.of(comparison);
    }

    /** What trying showed, of the whole experiment. */
    public String answer() {
        String answer = answer("");
        return answer.isEmpty() ? "No run has an answer yet." : answer;
    }

    /** What trying showed on a problem, or on all for an empty name, the most important sentence; empty before the first run. */
    public String answer(String problem) {
        return of(problem, Question.TRIAL).stream().findFirst().orElse("");
    }

    /** All that trying showed on a problem. */
    public List<String> trial(String problem) {
        return of(problem, Question.TRIAL);
    }

    /** What else the records say about a problem. */
    public List<String> more(String problem) {
        List<String> more = new ArrayList<>(trial(problem));
        more.remove(answer(problem));
        more.addAll(of(problem, Question.HARDNESS));
        more.addAll(of(problem, Question.COST));
        return more;
    }

    /** What must be known before believing a problem's ranking. */
    public List<String> cautions(String problem) {
        return of(problem, Question.CAUTION);
    }

    /** What must be known before believing anything: what is missing or mixed, and how settings were come by. */
    public List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        int missing = comparison.missing();
        if (missing > 0) {
            cautions.add(Figures.count(missing, "run") + " of "
                    + comparison.experiment().runs().size() + (missing == 1 ? " is" : " are")
                    + " not recorded yet: this report is partial.");
        }
        comparison.leftOut().forEach(file -> cautions.add("Left out: " + file + "."));
        failed().ifPresent(cautions::add);
        if (comparison.environments().size() > 1) {
            cautions.add("The runs come from " + comparison.environments().size()
                    + " different environments, listed at the end.");
        }
        cautions.addAll(of("", Question.CAUTION));
        return cautions;
    }

    /** How many runs failed, and the first reason. */
    private Optional<String> failed() {
        List<RunRecord> failed = comparison.problems().stream()
                .flatMap(problem -> problem.trials().stream())
                .flatMap(trial -> trial.runs().stream())
                .filter(run -> run.outcome() == Outcome.FAILED)
                .toList();
        return failed.stream()
                .findFirst()
                .map(run -> "Failed, and tried again by the next run of the experiment: "
                        + Figures.count(failed.size(), "run") + ". "
                        + Labels.trial(run.spec().trial()) + " on "
                        + run.spec().trial().problem().name() + ", seed "
                        + run.spec().seed() + ": " + run.reason());
    }

    /** What the records say across problems. */
    public List<String> across() {
        List<String> across = new ArrayList<>(of("", Question.TRIAL));
        across.remove(answer());
        return across;
    }

    private List<String> of(String problem, Question question) {
        return findings.stream()
                .filter(finding -> finding.problem().equals(problem) && finding.question() == question)
                .map(Finding::sentence)
                .toList();
    }
}
