package org.converge4j.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;

/**
 * What of a problem counts as one, by its curves: seeds on which every updater does the same as on another seed, and updaters
 * that do the same as another on every seed, as one rule under two names does.
 */
public final class Sameness {
    /** How far the losses of equal curves may part by rounding, relatively. */
    private static final double ROUNDING = 1e-9;

    /** The digits that this leaves. */
    private static final MathContext DIGITS = new MathContext(9);

    /** And below which part of the first loss rounding is all there is. */
    private static final double NOTHING = 1e-12;

    private final List<Map<Long, RunRecord>> runs;
    private final List<String> updaters;

    /** A value without the digits by which rounding may move it. */
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    private Sameness(List<String> updaters, List<Map<Long, RunRecord>> runs) {
        this.updaters = updaters;
        this.runs = runs;
    }

    /** Of the chosen trials of these updaters. */
    public static Sameness of(List<UpdaterSummary> summaries) {
        List<String> updaters = new ArrayList<>();
        List<Map<Long, RunRecord>> runs = new ArrayList<>();
        for (UpdaterSummary updater : summaries) {
            updater.chosen().ifPresent(trial -> {
                Map<Long, RunRecord> bySeed = new LinkedHashMap<>();
                TrialSummaries.answers(trial.runs())
                        .forEach(run -> bySeed.put(run.spec().seed(), run));
                updaters.add(updater.name());
                runs.add(bySeed);
            });
        }
        return new Sameness(updaters, runs);
    }

    /** The seeds that differ from all before them. */
    public List<Long> seeds(List<Long> all) {
        List<Long> different = new ArrayList<>();
        for (long seed : all) {
            if (different.stream().noneMatch(known -> isOneSeed(known, seed))) {
                different.add(seed);
            }
        }
        return List.copyOf(different);
    }

    private boolean isOneSeed(long one, long other) {
        int compared = 0;
        for (Map<Long, RunRecord> bySeed : runs) {
            RunRecord a = bySeed.get(one);
            RunRecord b = bySeed.get(other);
            if (a != null && b != null) {
                compared++;
            }
            if (a != null && b != null && !isSame(a, b)) {
                return false;
            }
        }
        return compared > 0;
    }

    /** The updaters that are one before them: which. */
    public Map<String, String> twins() {
        Map<String, String> twins = new LinkedHashMap<>();
        for (int i = 0; i < updaters.size(); i++) {
            for (int j = 0; j < i; j++) {
                String first = updaters.get(j);
                if (!twins.containsKey(first) && isOneRule(runs.get(j), runs.get(i))) {
                    twins.put(updaters.get(i), first);
                    break;
                }
            }
        }
        return twins;
    }

    private static boolean isOneRule(Map<Long, RunRecord> one, Map<Long, RunRecord> other) {
        return one.keySet().equals(other.keySet())
                && !one.isEmpty()
                && one.entrySet().stream()
                        .allMatch(run -> isSame(run.getValue(), Objects.requireNonNull(other.get(run.getKey()))));
    }

    /** Whether two runs have equal curves but for rounding, end alike, and took as many gradients a step. */
    public static boolean isSame(RunRecord one, RunRecord other) {
        Curve a = one.curve();
        Curve b = other.curve();
        if (one.outcome() != other.outcome()
                || one.steps() != other.steps()
                || one.gradientsPerStep() != other.gradientsPerStep()
                || a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            double difference = Math.abs(a.loss(i) - b.loss(i));
            double size = Math.max(Math.abs(a.loss(i)), Math.abs(b.loss(i)));
            if (a.step(i) != b.step(i) || !(difference <= ROUNDING * size + NOTHING * Math.abs(a.first()))) {
                return false;
            }
        }
        return true;
    }
}
