package org.converge4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Crossing;

/** Notices the step at which a run first meets each of some targets on its loss. */
final class Crossings {
    private static final int NEVER = -1;

    private final List<Target> targets;
    private final Optional<Double> floor;
    private final double[] losses;
    private final int[] steps;
    private double highest = Double.POSITIVE_INFINITY;

    /**
     * @param targets those that the problem knows nothing of are left out
     */
    Crossings(List<Target> targets, ProblemFacts facts) {
        this.floor = facts.floor();
        this.targets = targets.stream()
                .filter(target -> target.kind() == Target.Kind.LOSS
                        || (target.kind() == Target.Kind.FRACTION && floor.isPresent()))
                .toList();
        this.losses = new double[this.targets.size()];
        this.steps = new int[this.targets.size()];
        Arrays.fill(steps, NEVER);
    }

    /** Takes the loss of the next step, that of step 0 first. */
    void accept(int step, double loss) {
        if (step == 0) {
            Arrays.setAll(losses, i -> targets.get(i).loss(loss, floor.orElse(0.0)));
            next();
        }
        while (loss <= highest) {
            for (int i = 0; i < steps.length; i++) {
                steps[i] = steps[i] == NEVER && loss <= losses[i] ? step : steps[i];
            }
            next();
        }
    }

    /** Of the targets still to be met, the one with the highest loss is next; most steps compare with that alone. */
    private void next() {
        highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < steps.length; i++) {
            highest = steps[i] == NEVER ? Math.max(highest, losses[i]) : highest;
        }
    }

    List<Crossing> list() {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            crossings.add(new Crossing(targets.get(i), steps[i] == NEVER ? Optional.empty() : Optional.of(steps[i])));
        }
        return List.copyOf(crossings);
    }
}
