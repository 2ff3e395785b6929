package org.converge4j.report.content;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.Trial;
import org.converge4j.result.store.Baseline;

/**
 * The look of an updater, the same in every chart and table of a report: a colour that the common kinds of colour blindness
 * can tell apart (after Okabe and Ito 2008, darkened to a contrast of 3:1), and a dash once the colours are used up.
 */
public final class Palette {
    private static final List<String> ON_LIGHT =
            List.of("#0072b2", "#d55e00", "#00805c", "#a8418a", "#8a6d00", "#3d7fd9", "#7a4b2a", "#5b6470");
    private static final List<String> ON_DARK =
            List.of("#56b4e9", "#ff8b3d", "#2fc79a", "#e58ac9", "#e0c040", "#8fb7ff", "#c99a76", "#aab2bd");

    private final List<String> updaters;

    /** Looks go by the order in which an experiment first names its updaters; imported ones follow. */
    public Palette(Comparison comparison) {
        this.updaters = Stream.concat(
                        comparison.experiment().trials().stream().map(Trial::updaterName),
                        comparison.problems().stream()
                                .flatMap(problem -> problem.trials().stream())
                                .filter(TrialSummary::isImported)
                                .map(TrialSummary::updater))
                .distinct()
                .toList();
    }

    /** The look of a trial's updater. */
    public Look of(Trial trial) {
        return of(trial.updaterName());
    }

    /** The look of an updater by name; that of a baseline is its namesake's, dotted. */
    public Look of(String updater) {
        String namesake = Baseline.namesake(updater);
        Look look = look(updaters.indexOf(namesake));
        return namesake.equals(updater) ? look : new Look(look.light(), look.dark(), Dash.DOT);
    }

    private static Look look(int index) {
        int colour = index % ON_LIGHT.size();
        return new Look(
                ON_LIGHT.get(colour),
                ON_DARK.get(colour),
                Dash.values()[index / ON_LIGHT.size() % Dash.values().length]);
    }

    /**
     * How one updater is drawn.
     *
     * @param light its colour on white, as CSS writes it
     * @param dark its colour on near-black
     * @param dash of its line
     */
    public record Look(String light, String dark, Dash dash) {
        public Color onWhite() {
            return Color.decode(light);
        }
    }

    /** The stroke of a line; the names are the page's chart library's, in small letters. */
    public enum Dash {
        SOLID,
        DASH,
        DOT,
        DASHDOT
    }
}
