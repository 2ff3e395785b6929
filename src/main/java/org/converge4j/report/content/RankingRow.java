package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.wording.Text;

/**
 * A row of the ranking table: an updater at its chosen settings.
 *
 * @param place in the ranking by what decides; nothing before it has an answer
 * @param end quartiles of the final excess, not below what rounding leaves, or of the final loss
 */
public record RankingRow(UpdaterSummary updater, Optional<Place> place, Optional<Quartiles> end) {
    /** The ranked updaters in their order, then those without an answer. */
    public static List<RankingRow> of(ProblemComparison problem) {
        List<RankingRow> rows = new ArrayList<>();
        problem.ranking().places().stream()
                .forEach(place -> problem.updater(place.updater())
                        .ifPresent(u -> rows.add(new RankingRow(u, Optional.of(place), end(problem, u)))));
        problem.updaters().stream()
                .filter(updater ->
                        rows.stream().noneMatch(row -> row.updater().name().equals(updater.name())))
                .forEach(updater -> rows.add(new RankingRow(updater, Optional.empty(), end(problem, updater))));
        return rows;
    }

    /** The trial it is shown at. */
    public Optional<TrialSummary> trial() {
        return updater.chosen();
    }

    private static Optional<Quartiles> end(ProblemComparison problem, UpdaterSummary updater) {
        return problem.finalRanking().place(updater.name()).map(Place::score);
    }

    /** "1", or "1–2" where the tests leave that open. */
    public Text rank() {
        return place.map(p -> Text.plain(p.first() == p.last() ? "" + p.first() : p.first() + "–" + p.last()))
                .orElse(Numbers.NONE);
    }
}
