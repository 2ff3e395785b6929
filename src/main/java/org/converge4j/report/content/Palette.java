package org.converge4j.report.content;

import java.awt.Color;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.Trial;
import org.converge4j.result.store.Baseline;
import org.converge4j.wording.Labels;

/**
 * The look of an updater, the same in every report: its kin share a hue that the common kinds of colour blindness can tell from
 * the others (after Okabe and Ito 2008, darkened to a contrast of 3:1), and within its kin it has a dash and a shade of its own.
 * Where two updaters of a report would look the same, for there are more rules than looks, the later one takes the next look that is free.
 */
public final class Palette {
    /** A hue on white and on near-black, with the updaters that have it, those that are drawn most often first. */
    private record Kin(String light, String dark, List<String> members) {
        static Kin of(String light, String dark, String members) {
            return new Kin(light, dark, List.of(members.split(" ")));
        }
    }

    private static final List<Kin> KINS = List.of(
            Kin.of(
                    "#0072b2",
                    "#56b4e9",
                    "sgd torchSgd noOp polyakSgd scheduleFreeSgd asgd ema swa"
                            + " dl4jLineGradientDescent dl4jConjugateGradient"),
            Kin.of("#d55e00", "#ff8b3d", "momentum nesterovs emaMomentum qhm lookahead lars"),
            Kin.of(
                    "#00805c",
                    "#2fc79a",
                    "adam torchAdamW torchAdam amsGrad nadam adaMax uncorrectedAdam torchNAdam torchRAdam torchAdamax adaBelief"
                            + " paperAdaBelief yogi adan ademamix simplifiedAdemamix adopt laprop qhAdam mars optimisticAdam acprop"
                            + " scheduleFreeAdamW novograd"),
            Kin.of(
                    "#a8418a",
                    "#e58ac9",
                    "rmsProp adaGrad adaDelta torchRmsProp torchAdagrad torchAdadelta madgrad ftrl adafactor"),
            Kin.of("#a67c00", "#e0c040", "lion signum rprop cautious sam"),
            Kin.of("#1b1f24", "#f2f4f7", "prodigy dog dowg dadaptAdamW momo momoAdam cocob"),
            Kin.of("#6b3a16", "#c99a76", "muon soap shampoo lamb"),
            Kin.of("#5b6470", "#aab2bd", "lbfgs sophia adahessian dl4jLbfgs"));

    private static final int SHADES = 3;
    private static final int LOOKS = SHADES * Dash.values().length;

    private final Map<String, Look> looks = new HashMap<>();

    /** Kins and their slots that updaters have. */
    private final Set<List<Integer>> taken = new HashSet<>();

    /** Updaters take their looks in the order in which an experiment first names them; imported ones follow. */
    public Palette(Comparison comparison) {
        comparison
                .experiment()
                .trials()
                .forEach(trial -> take(Labels.updater(trial), trial.updater().variant()));
        comparison.problems().stream()
                .flatMap(problem -> problem.trials().stream())
                .filter(TrialSummary::isImported)
                .forEach(trial -> take(trial.updater(), trial.trial().updater().variant()));
    }

    private void take(String updater, String variant) {
        if (looks.containsKey(updater)) {
            return;
        }
        int kin = kin(variant);
        int first = Math.max(0, KINS.get(kin).members().indexOf(variant));
        int slot = first;
        while (slot < first + LOOKS - 1 && taken.contains(List.of(kin, slot % LOOKS))) {
            slot++;
        }
        taken.add(List.of(kin, slot % LOOKS));
        looks.put(updater, look(kin, slot));
    }

    /** Which kin an updater belongs to; none for the users' own. */
    static OptionalInt kinOf(String variant) {
        return IntStream.range(0, KINS.size())
                .filter(i -> KINS.get(i).members().contains(variant))
                .findFirst();
    }

    /** Rules of the users' own have the hue that their name comes to. */
    private static int kin(String variant) {
        return kinOf(variant).orElse(Math.floorMod(variant.hashCode(), KINS.size()));
    }

    private static Look look(int kin, int slot) {
        int dashes = Dash.values().length;
        int shade = slot / dashes % SHADES;
        return new Look(
                shaded(KINS.get(kin).light(), shade, 0),
                shaded(KINS.get(kin).dark(), shade, 255),
                Dash.values()[slot % dashes]);
    }

    /** A colour mixed with so many quarters of black or white, away from the background, which it stays legible on. */
    private static String shaded(String colour, int quarters, int towards) {
        Color full = Color.decode(colour);
        return String.format(
                "#%02x%02x%02x",
                mixed(full.getRed(), quarters, towards),
                mixed(full.getGreen(), quarters, towards),
                mixed(full.getBlue(), quarters, towards));
    }

    private static int mixed(int channel, int quarters, int towards) {
        return (channel * (4 - quarters) + towards * quarters) / 4;
    }

    /** The look of a trial's updater. */
    public Look of(Trial trial) {
        return of(Labels.updater(trial));
    }

    /** The look of an updater by name; that of a baseline is its namesake's, dotted. */
    public Look of(String updater) {
        String namesake = Baseline.namesake(updater);
        Look look = looks.getOrDefault(namesake, look(kin(namesake), 0));
        return namesake.equals(updater) ? look : new Look(look.light(), look.dark(), Dash.DOT);
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
