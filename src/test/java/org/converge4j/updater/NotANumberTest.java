package org.converge4j.updater;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.converge4j.updater.around.Ema;
import org.converge4j.updater.around.Lookahead;
import org.converge4j.updater.around.Swa;
import org.converge4j.updater.torch.TorchSgd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** A gradient that is not a number reaches no memory that looks across components, and the parameters are none afterwards. */
class NotANumberTest {
    private static final double[] GOOD = {0.5, -0.25, 0.125, 1, -1, 2, 0.1};
    private static final double[] BAD = {0.5, Double.NaN, 0.125, 1, -1, 2, 0.1};

    @TestFactory
    Stream<DynamicTest> inside_DL4J() {
        return Catalog.load(getClass().getClassLoader()).updaters().stream()
                .map(variant -> (Updater) variant.create(Map.of()))
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .filter(rule -> !rule.reads().isEmpty() && Exports.refusal(rule).isEmpty())
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
                    RuleUpdater config = new RuleUpdater(rule, new Layout(List.of("2x3", "1")));
                    INDArray state = Nd4j.zeros(DataType.DOUBLE, config.stateOf(GOOD.length) + 1)
                            .get(NDArrayIndex.interval(0, config.stateOf(GOOD.length)));
                    GradientUpdater<RuleUpdater> updater = config.instantiate(state, true);
                    step(rule, updater, GOOD, 0);
                    double[] before = state.dup().toDoubleVector();
                    assertThat(before).doesNotContain(Double.NaN);
                    assertThat(step(rule, updater, BAD, 1)).containsOnly(Double.NaN);
                    assertThat(state.dup().toDoubleVector()).containsExactly(before);
                }));
    }

    private static double[] step(Rule rule, GradientUpdater<RuleUpdater> updater, double[] gradient, int iteration) {
        if (rule.reads().contains(Reads.PARAMETERS)) {
            new Shown()
                    .apply(Nd4j.ones(DataType.DOUBLE, gradient.length), Nd4j.empty(DataType.DOUBLE), 1, iteration, 0);
        }
        INDArray update = Nd4j.createFromArray(gradient.clone());
        updater.applyUpdater(update, iteration, 0);
        return update.toDoubleVector();
    }

    @TestFactory
    Stream<DynamicTest> averages() {
        return Stream.<Around>of(new Ema(0.5, 1, 1), new Swa(1, 1), new Lookahead(1, 0.5))
                .map(around -> DynamicTest.dynamicTest(around.toString(), () -> {
                    Treatment treatment =
                            new Treatment(new Sequence(List.of()), Clip.NONE, Decay.NONE, List.of(around));
                    double[] start = new double[GOOD.length];
                    INDArray theta = Nd4j.createFromArray(start.clone());
                    UpdatePipeline pipeline = new UpdatePipeline(
                            new Replica(new TorchSgd(), treatment, start, 0),
                            theta,
                            new Scene(List.of(), Optional.empty()));
                    pipeline.apply(Nd4j.createFromArray(GOOD.clone()), 1, null);
                    double[] before = pipeline.evaluatedAt().clone();
                    pipeline.apply(Nd4j.createFromArray(BAD.clone()), 2, null);
                    assertThat(theta.toDoubleVector()).contains(Double.NaN);
                    assertThat(pipeline.evaluatedAt()).containsExactly(before);
                }));
    }
}
