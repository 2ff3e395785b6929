package org.converge4j.examine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Choice;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.Separable;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Sight;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;

/** What is promised of what an updater looks at: that it declares it, and that it uses the rate it is given. */
final class SightPromises {
    /** The promise that all others of steps rest on. */
    static final String STEPS = "it takes steps";

    private static final double ROUNDING = 1e-9;

    private final Variant<UpdaterSettings> variant;

    SightPromises(Variant<UpdaterSettings> variant) {
        this.variant = variant;
    }

    /** That it works at all. */
    List<Promise> steps() {
        return List.of(new Promise(STEPS, this::stepping));
    }

    private Optional<String> stepping() {
        Updater updater = updater();
        if (updater instanceof Rule rule) {
            if (Set.copyOf(rule.state()).size() < rule.state().size()) {
                return Optional.of("state() has one name twice: " + rule.state());
            }
            if (leavesTheGradient(rule, rule.learningRate()) && leavesTheGradient(rule, rule.learningRate() / 2)) {
                return handsOff()
                        .or(() -> Optional.of("it writes nothing into the gradient's array, from where its updates are"
                                + " taken: gradient[i] = step.learningRate() * … is accepted"));
            }
        }
        Bowl.follow(updater, 1, Bowl.Change.NONE);
        return Promise.unless(
                Arrays.stream(Bowl.begin(updater())).allMatch(Double::isFinite),
                "its updates are not finite, though all gradients are");
    }

    private static boolean leavesTheGradient(Rule rule, double rate) {
        Slope bowl = Bowl.Change.NONE.slope(new int[] {1});
        double[] gradient = bowl.gradient().apply(Bowl.start());
        apply(rule, gradient, Bowl.start(), rate);
        return Arrays.equals(gradient, bowl.gradient().apply(Bowl.start()));
    }

    /** Its first step on the bowl. */
    private static void apply(Rule rule, double[] gradient, double[] shown, double rate) {
        Slope bowl = Bowl.Change.NONE.slope(new int[] {1});
        Sight sight = new Sight(rule.reads(), shown, Bowl.BLOCKS, Optional.of(0.0), bowl.at(Bowl.start()));
        rule.apply(gradient, Extent.memory(rule, Bowl.LENGTH, Bowl.BLOCKS), new Step(1, rate, sight));
    }

    List<Promise> all() {
        return List.of(
                new Promise("it looks only at what it declares", this::declared),
                new Promise("what it is shown stays as it was", this::handsOff),
                new Promise("blocks trained together move as blocks trained apart", this::divisible),
                new Promise("a gradient of 0 gives a finite update", this::still),
                new Promise(
                        "the same steps give the same updates, also for a second run with one updater", this::steady),
                new Promise("the learning rate of a step is used, schedule included", this::rated));
    }

    /** Changes what an updater that does not declare it must not see, and looks whether it was seen. */
    private Optional<String> declared() {
        Updater updater = updater();
        if (updater.reads().contains(Reads.ALL)) {
            return Optional.empty();
        }
        boolean byBlock = updater.reads().contains(Reads.BLOCKS);
        double[] one = Bowl.follow(updater, 1, Bowl.Change.NONE);
        double[] other = Bowl.follow(updater(), 1, byBlock ? Bowl.Change.LAST_BLOCK : Bowl.Change.LAST_NUMBER);
        int untouched = byBlock ? Bowl.LAST_BLOCK : Bowl.LENGTH - 1;
        if (!Arrays.equals(Arrays.copyOf(one, untouched), Arrays.copyOf(other, untouched))) {
            return Optional.of(
                    (byBlock ? "a block's update depends on other blocks" : "a parameter's update depends on others")
                            + ": it looks across components; reads() with Reads." + (byBlock ? "ALL" : "BLOCKS or ALL")
                            + " is accepted");
        }
        return Promise.unless(
                !(updater instanceof Rule) || !updater.reads().isEmpty() || Separable.is(updater),
                "its update is not the learning rate times something that does not depend on it; reads() with Reads."
                        + Reads.RATE + " is accepted");
    }

    /** Shows numbers to a rule and looks whether it has changed them. */
    private Optional<String> handsOff() {
        if (!(updater() instanceof Rule rule) || !rule.reads().contains(Reads.PARAMETERS)) {
            return Optional.empty();
        }
        double[] shown = Bowl.start();
        apply(rule, Bowl.Change.NONE.slope(new int[] {1}).gradient().apply(Bowl.start()), shown, rule.learningRate());
        return Promise.unless(
                Arrays.equals(shown, Bowl.start()),
                "it changes step.parameters(); what is to be subtracted from them goes into the gradient's array");
    }

    /** Follows each block with an updater of its own, as DL4J may, and all of them with one. */
    private Optional<String> divisible() {
        Updater updater = updater();
        if (!updater.reads().contains(Reads.BLOCKS) || updater.reads().contains(Reads.ALL)) {
            return Optional.empty();
        }
        double[] together = Bowl.follow(updater, 1, Bowl.Change.NONE);
        for (Block block : Bowl.BLOCKS) {
            double[] apart = Bowl.follow(updater(), block);
            for (int i = 0; i < apart.length; i++) {
                double expected = together[block.from() + i];
                if (!(Math.abs(apart[i] - expected) <= ROUNDING * Math.max(1, Math.abs(expected)))) {
                    return Optional.of("parameter " + i + " of the " + block.rows() + " × " + block.columns()
                            + " block ends at " + expected + " beside other blocks and at " + apart[i] + " alone");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> still() {
        double[] start = Bowl.start();
        Slope flat = new Slope(theta -> 1, theta -> new double[theta.length], Bowl.BLOCKS);
        double[] end = flat.descend(updater(), Treatment.NONE, start, 2);
        return Promise.unless(
                Arrays.stream(end).allMatch(Double::isFinite), "it divides by the gradient's length, which may be 0");
    }

    private Optional<String> steady() {
        Updater shared = updater();
        double[] one = Bowl.follow(shared, 1, Bowl.Change.NONE);
        double[] again = Bowl.follow(shared, 1, Bowl.Change.NONE);
        boolean finite = Arrays.stream(one).allMatch(Double::isFinite);
        return Promise.unless(
                finite && Arrays.equals(one, again),
                finite
                        ? "the second run ends elsewhere: the updater keeps something outside its state"
                        : "it is not finite");
    }

    private Optional<String> rated() {
        if (variant.parameter(Choice.LEARNING_RATE).isEmpty()) {
            return Optional.empty();
        }
        double[] whole = Bowl.follow(updater(), 1, Bowl.Change.NONE);
        double[] little = Bowl.follow(updater(), 1e-3, Bowl.Change.NONE);
        return Promise.unless(
                !Arrays.equals(whole, little),
                "the updates are the same at a thousandth of the rate: step.learningRate() is ignored, so schedules do"
                        + " nothing");
    }

    private Updater updater() {
        return (Updater) variant.create(Map.of());
    }
}
