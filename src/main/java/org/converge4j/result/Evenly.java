package org.converge4j.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.converge4j.experiment.training.Metric;

/**
 * How runs of a problem are looked at, so that each has had the same: step by step, or, where a step takes more gradients in some than in
 * others and the experiment does not say what decides, gradient by gradient, up to as many as all have taken.
 *
 * @param gradients that all have taken; nothing where runs are looked at step by step
 */
public record Evenly(OptionalInt gradients) {
    /** As they are. */
    private static final Evenly BY_STEPS = new Evenly(OptionalInt.empty());

    /**
     * Of the runs of one problem.
     *
     * @param said whether the experiment itself says what decides
     */
    public static Evenly of(List<RunRecord> runs, boolean said) {
        List<RunRecord> answers = scorable(runs);
        boolean differ = answers.stream()
                        .mapToDouble(RunRecord::gradientsPerStep)
                        .distinct()
                        .count()
                > 1;
        return said || !differ
                ? BY_STEPS
                : new Evenly(answers.stream()
                        .mapToInt(run -> (int) Math.round(
                                run.spec().trial().training().steps(run.facts().rows()) * run.gradientsPerStep()))
                        .min());
    }

    /** The runs that can be scored, as they are looked at. */
    public List<RunRecord> answers(List<RunRecord> runs) {
        List<RunRecord> answers = scorable(runs);
        return gradients.isEmpty()
                ? answers
                : answers.stream()
                        .map(run -> byGradients(run, gradients.getAsInt()))
                        .toList();
    }

    private static List<RunRecord> scorable(List<RunRecord> runs) {
        return runs.stream().filter(RunRecord::isScorable).toList();
    }

    /** How far two steps of a run are apart, as it is looked at. */
    public double unit(RunRecord run) {
        return gradients.isEmpty() ? 1 : Math.round(run.gradientsPerStep());
    }

    private static RunRecord byGradients(RunRecord run, int most) {
        IntUnaryOperator gradient = step -> (int) Math.round(step * run.gradientsPerStep());
        Curve curve = run.curve();
        int size = (int) IntStream.range(0, curve.size())
                .filter(i -> i == 0 || gradient.applyAsInt(curve.step(i)) <= most)
                .count();
        Curve kept = new Curve(
                IntStream.range(0, size)
                        .map(i -> gradient.applyAsInt(curve.step(i)))
                        .toArray(),
                IntStream.range(0, size).mapToDouble(curve::loss).toArray());
        List<Crossing> crossings = run.crossings().stream()
                .map(crossing -> new Crossing(
                        crossing.target(),
                        crossing.step().map(gradient::applyAsInt).filter(step -> step <= most)))
                .toList();
        return run.seenAs(
                Math.min(most, gradient.applyAsInt(run.steps())),
                gradient.applyAsInt(run.steps()) > most,
                kept,
                metrics(run.metrics(), gradient, most),
                crossings);
    }

    private static Metrics metrics(Metrics all, IntUnaryOperator gradient, int most) {
        List<Integer> steps = new ArrayList<>();
        all.steps().stream()
                .map(gradient::applyAsInt)
                .filter(step -> step <= most)
                .forEach(steps::add);
        Map<Metric, List<Double>> values = new LinkedHashMap<>();
        all.values().forEach((metric, list) -> values.put(metric, list.subList(0, steps.size())));
        return new Metrics(steps, values);
    }
}
