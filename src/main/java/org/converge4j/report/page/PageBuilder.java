package org.converge4j.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Profile;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sensitivity;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.AnswerData;
import org.converge4j.report.content.DetailTables;
import org.converge4j.report.content.PageData;
import org.converge4j.report.content.PageData.BandData;
import org.converge4j.report.content.PageData.GoalData;
import org.converge4j.report.content.PageData.ProblemData;
import org.converge4j.report.content.PageData.ProfileData;
import org.converge4j.report.content.PageData.ProfileLine;
import org.converge4j.report.content.PageData.SensitivityData;
import org.converge4j.report.content.PageData.TrialData;
import org.converge4j.report.content.PageData.TuningData;
import org.converge4j.report.content.PairNotes;
import org.converge4j.report.content.Palette;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.report.content.ProblemWords;
import org.converge4j.report.content.RankingRow;
import org.converge4j.report.content.ResultTable;
import org.converge4j.report.content.Sentences;
import org.converge4j.report.content.StrideNotes;
import org.converge4j.report.content.TargetTables;
import org.converge4j.report.content.TheoryNotes;
import org.converge4j.report.content.UpdaterNotes;
import org.converge4j.report.content.WinnerData;
import org.converge4j.report.content.Words;
import org.converge4j.result.Measurement;
import org.converge4j.wording.Labels;

/** Cuts a comparison down to the page's data. */
final class PageBuilder {
    private final Comparison comparison;
    private final Curves curves;
    private final Sentences sentences;
    private final Catalog catalog;

    PageBuilder(Comparison comparison, Catalog catalog) {
        this.comparison = comparison;
        this.curves = new Curves(comparison.experiment());
        this.sentences = new Sentences(comparison);
        this.catalog = catalog;
    }

    PageData data() {
        return new PageData(
                comparison.experiment().name(),
                comparison.experiment().title(),
                AnswerData.of(Answer.of(comparison), comparison.problems().get(0)),
                Words.size(comparison),
                sentences.cautions(),
                sentences.across(),
                looks(),
                comparison.problems().stream().map(this::problem).toList(),
                new UpdaterNotes(comparison, catalog).all(),
                Words.training(comparison),
                comparison.environments().stream().map(Words::environment).toList(),
                comparison.profiles().stream().map(PageBuilder::profile).toList(),
                Words.commands(comparison));
    }

    private Map<String, Look> looks() {
        Palette palette = new Palette(comparison);
        Map<String, Look> looks = new LinkedHashMap<>();
        comparison.problems().stream()
                .flatMap(problem -> problem.trials().stream())
                .map(TrialSummary::updater)
                .forEach(updater -> looks.put(updater, palette.of(updater)));
        return looks;
    }

    private ProblemData problem(ProblemComparison problem) {
        Excess excess = problem.excess();
        List<Metric> drawn = Curves.drawn(problem);
        return new ProblemData(
                problem.problem().name(),
                Words.facts(problem),
                ProblemWords.of(problem),
                problem.floor(),
                excess.known(),
                problem.deciding().unit(),
                decides(problem),
                sentences.answer(problem.problem().name()),
                AnswerData.of(Answer.of(comparison, problem), problem),
                GoalData.of(problem),
                sentences.cautions(problem.problem().name()),
                sentences.more(problem.problem().name()),
                ResultTable.of(problem),
                RankingRow.of(problem).stream()
                        .map(row ->
                                row.trial().map(shown -> index(problem, shown)).orElse(-1))
                        .toList(),
                TargetTables.ladder(problem),
                TargetTables.expected(problem),
                TargetTables.budgets(problem),
                sensitivities(problem, UpdaterSummary::sensitivity),
                sensitivities(problem, UpdaterSummary::reaching),
                problem.updaters().stream().flatMap(PageBuilder::tuning).toList(),
                TheoryNotes.of(problem),
                TheoryNotes.table(problem),
                StrideNotes.of(problem),
                StrideNotes.table(problem),
                problem.deciding().ranks() ? PairNotes.of(problem) : List.of(),
                DetailTables.trials(problem),
                problem.trials().stream()
                        .map(trial -> trial(trial, excess, drawn))
                        .toList(),
                DetailTables.diverged(problem),
                Landscapes.of(problem, catalog),
                WinnerData.of(comparison, problem, catalog));
    }

    private TrialData trial(TrialSummary trial, Excess excess, List<Metric> drawn) {
        return new TrialData(
                trial.trial().label(),
                Labels.trial(trial.trial()),
                trial.updater(),
                trial.isBaseline(),
                trial.trial().updater().learningRate(),
                trial.measurement().map(Measurement::microsPerStep).filter(micros -> micros > 0),
                trial.gradientsPerStep(),
                curves.band(trial.band(), excess),
                Optional.of(trial.stepped()).filter(band -> !band.isEmpty()).map(band -> curves.band(band, excess)),
                tested(trial, drawn),
                trial.runs().stream()
                        .map(run -> curves.run(run, excess.over(run), drawn))
                        .toList());
    }

    private static int index(ProblemComparison problem, TrialSummary shown) {
        return problem.trials().stream().map(TrialSummary::trial).toList().indexOf(shown.trial());
    }

    /** The measure that decides, or that reaches what decides; empty for the training loss. */
    private static String decides(ProblemComparison problem) {
        Metric metric = problem.deciding().measure().watched();
        return metric == Metric.LOSS ? "" : metric.words();
    }

    private Map<String, BandData> tested(TrialSummary trial, List<Metric> drawn) {
        Map<String, BandData> tested = new LinkedHashMap<>();
        drawn.stream()
                .filter(trial.metrics()::containsKey)
                .forEach(metric -> tested.put(
                        metric.words(),
                        curves.band(Objects.requireNonNull(trial.metrics().get(metric)))));
        return tested;
    }

    private static List<SensitivityData> sensitivities(
            ProblemComparison problem, Function<UpdaterSummary, Optional<Sensitivity>> what) {
        return problem.updaters().stream()
                .flatMap(updater -> what.apply(updater).stream().map(known -> sensitivity(updater, known)))
                .toList();
    }

    private static SensitivityData sensitivity(UpdaterSummary updater, Sensitivity sensitivity) {
        List<Sensitivity.Point> points = sensitivity.points();
        List<Quartiles> scores = points.stream().map(Sensitivity.Point::score).toList();
        return new SensitivityData(
                updater.name(),
                updater.chosen().flatMap(trial -> trial.trial().updater().learningRate()),
                points.stream().mapToDouble(Sensitivity.Point::rate).toArray(),
                scores.stream().mapToDouble(Quartiles::lower).toArray(),
                scores.stream().mapToDouble(Quartiles::median).toArray(),
                scores.stream().mapToDouble(Quartiles::upper).toArray(),
                points.stream().mapToDouble(Sensitivity.Point::failed).toArray());
    }

    private static Stream<TuningData> tuning(UpdaterSummary updater) {
        List<Quartiles> bests = updater.bestOf();
        return bests.size() < 2
                ? Stream.empty()
                : Stream.of(new TuningData(
                        updater.name(),
                        bests.stream().mapToDouble(Quartiles::lower).toArray(),
                        bests.stream().mapToDouble(Quartiles::median).toArray(),
                        bests.stream().mapToDouble(Quartiles::upper).toArray()));
    }

    private static ProfileData profile(Profile profile) {
        return new ProfileData(
                Words.target(profile.target()),
                profile.lines().stream()
                        .map(line -> new ProfileLine(line.updater(), line.ratios(), line.score()))
                        .toList());
    }
}
