package org.converge4j.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.converge4j.catalog.message.Checks;

/**
 * What a trial costs and how far it is from the article's equation, measured apart from its runs.
 *
 * @param trial the trial's key
 * @param stateBytesPerParameter what the updater remembers
 * @param microsPerStep processor time of a step of one DL4J network, alone on the machine and warm, in µs; 0 until it is {@linkplain #timed timed}
 * @param article the distance from the article's equation, where it has one
 * @param horizon how long its digits mean something, where that was audited
 * @param descent the path of its first seed's run, where the loss surface can be drawn
 * @param model its network and updater as DL4J takes them, where the network is one of converge4j's
 * @param stepTime what a step costs beside one of gradient descent; nothing until it is timed, and in older files
 * @param strides how far its first seed's run moved in a step; nothing where that was not followed, and in older files
 */
public record Measurement(
        String trial,
        double stateBytesPerParameter,
        double microsPerStep,
        Optional<Distance> article,
        Optional<Horizon> horizon,
        Optional<Descent> descent,
        Optional<Model> model,
        Optional<StepTime> stepTime,
        Optional<Strides> strides) {
    public Measurement {
        trial = Checks.text(trial, "the key of a trial", Checks.LONGEST_NAME);
        Checks.atLeast(0, stateBytesPerParameter, "the state of an updater");
        Checks.atLeast(0, microsPerStep, "the time of a step");
        requireNonNull(article, "article");
        requireNonNull(horizon, "horizon");
        requireNonNull(descent, "descent");
        requireNonNull(model, "model");
        requireNonNull(stepTime, "stepTime");
        requireNonNull(strides, "strides");
    }

    /** A measurement without path and model, not audited. */
    public Measurement(String trial, double stateBytesPerParameter, double microsPerStep, Optional<Distance> article) {
        this(
                trial,
                stateBytesPerParameter,
                microsPerStep,
                article,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A measurement that was neither timed nor audited. */
    public Measurement(
            String trial,
            double stateBytesPerParameter,
            Optional<Distance> article,
            Optional<Descent> descent,
            Optional<Model> model,
            Optional<Strides> strides) {
        this(trial, stateBytesPerParameter, 0, article, Optional.empty(), descent, model, Optional.empty(), strides);
    }

    /** The same trial, timed. */
    public Measurement timed(StepTime time) {
        return new Measurement(
                trial,
                stateBytesPerParameter,
                time.micros(),
                article,
                horizon,
                descent,
                model,
                Optional.of(time),
                strides);
    }

    /** The same trial, audited. */
    public Measurement audited(Horizon found) {
        return new Measurement(
                trial,
                stateBytesPerParameter,
                microsPerStep,
                article,
                Optional.of(found),
                descent,
                model,
                stepTime,
                strides);
    }

    /**
     * How far two trajectories from the same start on the same batches are apart.
     *
     * @param largest difference of any parameter at any step of any seed, absolute
     * @param step at which it is reached
     * @param seeds how many starting points were followed
     */
    public record Distance(double largest, int step, int seeds) {
        public Distance {
            Checks.expect(largest >= 0, "a distance", "at least 0", largest);
            Checks.expect(step >= 0, "the step of a distance", "at least 0", step);
            Checks.expect(seeds >= 1, "the seeds of a distance", "at least 1", seeds);
        }
    }

    /**
     * What becomes of a curve when its start moves by one unit in the last place.
     *
     * @param step the first at which the loss moves by more than a millionth of itself; -1 if it never does
     * @param largest relative difference of the loss at any step
     */
    public record Horizon(int step, double largest) {
        public Horizon {
            Checks.expect(step >= -1, "the step of a horizon", "at least -1", step);
            Checks.expect(largest >= 0, "the largest difference of a horizon", "at least 0", largest);
        }
    }

    /**
     * How far one run of a trial moved in single steps, at steps that are about equally far apart on a logarithmic axis.
     *
     * @param seed of the run
     * @param steps ascending, the first change of the parameters being step 1; fewer than the budget's if it diverged
     * @param sizes root mean square, over the parameters, of the change in that step
     * @param rates that the updater had found itself by then, at each of the steps; none unless it finds one
     */
    public record Strides(long seed, int[] steps, double[] sizes, double[] rates) {
        private static final int MOST = 1000;

        public Strides {
            Checks.expect(steps.length <= MOST, "strides", "at most " + MOST, steps.length);
            expectAsMany(steps, sizes, "the sizes of strides");
            if (rates.length > 0) {
                expectAsMany(steps, rates, "the rates of strides");
            }
            for (int i = 0; i < steps.length; i++) {
                int before = i == 0 ? 0 : steps[i - 1];
                Checks.expect(steps[i] > before, "a step of strides", "one after " + before, steps[i]);
                Checks.atLeast(0, sizes[i], "the size of a stride");
            }
            for (double rate : rates) {
                Checks.atLeast(0, rate, "a rate that was found");
            }
        }

        private static void expectAsMany(int[] steps, double[] numbers, String what) {
            Checks.expect(
                    numbers.length == steps.length, what, "one for each of " + steps.length + " steps", numbers.length);
        }
    }
}
