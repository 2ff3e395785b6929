package org.converge4j.examine;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Schedule;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Differences;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.converge4j.updater.Block;
import org.converge4j.updater.Objective;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A function to descend, with all that a rule may want to see of it.
 *
 * @param loss of parameters; its least value is 0
 * @param gradient of the loss
 * @param blocks that the parameters form
 */
record Slope(ToDoubleFunction<double[]> loss, UnaryOperator<double[]> gradient, List<Block> blocks) {
    /** A treatment at so many times the updater's learning rate, and nothing else. */
    static Treatment scaled(double factor) {
        Schedule schedule = taken -> factor;
        return new Treatment(new Sequence(List.of(schedule)), Clip.NONE, Decay.NONE);
    }

    /** Follows an updater for some steps, and gives the parameters that it is measured at. */
    double[] descend(Updater updater, Treatment treatment, double[] start, int steps) {
        INDArray parameters = Nd4j.createFromArray(start.clone());
        UpdatePipeline update = pipeline(updater, treatment, start, parameters);
        for (int t = 1; t <= steps; t++) {
            step(update, parameters, t);
        }
        return update.isElsewhere() ? update.evaluatedAt() : parameters.toDoubleVector();
    }

    /** A pipeline at work on parameters. */
    UpdatePipeline pipeline(Updater updater, Treatment treatment, double[] start, INDArray parameters) {
        return new UpdatePipeline(
                new Replica(updater, treatment, start, 0), parameters, new Scene(blocks, Optional.of(0.0)));
    }

    /** Takes a step. */
    void step(UpdatePipeline update, INDArray parameters, int number) {
        double[] now = parameters.toDoubleVector();
        update.apply(Nd4j.createFromArray(gradient.apply(now)), number, at(now));
    }

    /** The function as an objective, from where a step starts. */
    Objective at(double[] now) {
        return new Objective() {
            @Override
            public double loss() {
                return loss.applyAsDouble(now);
            }

            @Override
            public double loss(double[] at) {
                return loss.applyAsDouble(at);
            }

            @Override
            public double gradient(double[] at, double[] into) {
                System.arraycopy(gradient.apply(at), 0, into, 0, into.length);
                return loss.applyAsDouble(at);
            }

            @Override
            public void curvature(double[] direction, double[] product) {
                Differences.curvature(this, now, direction, product, Differences.DOUBLE);
            }
        };
    }
}
