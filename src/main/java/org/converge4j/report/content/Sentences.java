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
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/** Where in a report each finding stands: the answer on top, cautions beside it, the rest below. */
public final class Sentences {
    private final Comparison comparison;
    private final List<Finding> findings;

    public Sentences(Comparison comparison) {
        this.comparison = comparison;
        this.findings = Findings.of(comparison);
    }

    /** What trying showed, of the whole experiment. */
    public Text answer() {
        return answer("").optional().orElse(Text.of("answer.none.yet"));
    }

    /** What trying showed on a problem, or on all for an empty name, the most important sentence; nothing before the first run. */
    public Text answer(String problem) {
        return of(problem, Question.TRIAL).stream().findFirst().orElse(Text.NONE);
    }

    /** All that trying showed on a problem. */
    public List<Text> trial(String problem) {
        return of(problem, Question.TRIAL);
    }

    /** What else the records say about a problem. */
    public List<Text> more(String problem) {
        List<Text> more = new ArrayList<>(trial(problem));
        more.remove(answer(problem));
        more.addAll(of(problem, Question.HARDNESS));
        more.addAll(of(problem, Question.COST));
        return more;
    }

    /** What must be known before believing a problem's ranking. */
    public List<Text> cautions(String problem) {
        return of(problem, Question.CAUTION);
    }

    /** What must be known before believing anything: what is missing or mixed, and how settings were come by. */
    public List<Text> cautions() {
        List<Text> cautions = new ArrayList<>();
        int missing = comparison.missing();
        if (missing > 0) {
            cautions.add(Text.of(
                    missing == 1 ? "caution.missing.one" : "caution.missing",
                    Text.count(missing, "run"),
                    comparison.experiment().runs().size()));
        }
        comparison.leftOut().forEach(file -> cautions.add(Text.of("caution.left", file)));
        failed().ifPresent(cautions::add);
        if (comparison.environments().size() > 1) {
            cautions.add(
                    Text.of("caution.environments", comparison.environments().size()));
        }
        cautions.addAll(of("", Question.CAUTION));
        return cautions;
    }

    /** How many runs failed, and the first reason. */
    private Optional<Text> failed() {
        List<RunRecord> failed = comparison.problems().stream()
                .flatMap(problem -> problem.trials().stream())
                .flatMap(trial -> trial.runs().stream())
                .filter(run -> run.outcome() == Outcome.FAILED)
                .toList();
        return failed.stream()
                .findFirst()
                .map(run -> Text.of(
                        "caution.failed",
                        Text.count(failed.size(), "run"),
                        Labels.trial(run.spec().trial()),
                        run.spec().trial().problem().name(),
                        Long.toString(run.spec().seed()),
                        run.reason()));
    }

    /** What the records say across problems. */
    public List<Text> across() {
        List<Text> across = new ArrayList<>(of("", Question.TRIAL));
        across.remove(answer());
        return across;
    }

    private List<Text> of(String problem, Question question) {
        return findings.stream()
                .filter(finding -> finding.problem().equals(problem) && finding.question() == question)
                .map(Finding::sentence)
                .toList();
    }
}
