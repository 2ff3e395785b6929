package org.converge4j.train.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Updater;
import org.converge4j.updater.article.Adam;
import org.converge4j.updater.article.Momentum;
import org.converge4j.updater.article.Sgd;
import org.converge4j.updater.dl4j.Nesterovs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** The expected numbers are those of DL4J's updaters themselves. */
class TwinTest {
    private static final int PARAMETERS = 1003;

    static Stream<Updater> updaters() {
        return Stream.of(
                new Sgd(0.013),
                new Momentum(0.01, 0.87),
                new Nesterovs(0.1, 0),
                new Adam(),
                new Adam(0.02, 0, 0, 1e-3),
                new Adam(0.003, 0.95, 0.9876, 1e-8));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void fiftyStepsHaveTheBitsOfDl4jInDouble(Updater updater) {
        agree(updater, Numeric.DOUBLE);
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void fiftyStepsHaveTheBitsOfDl4jInFloat(Updater updater) {
        agree(updater, Numeric.FLOAT);
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void theTrialNoticesAnotherRule(Updater updater) {
        Updater other = updater instanceof Adam adam
                ? new Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon() * (1 + 1e-6))
                : new Nesterovs(0.1, 1e-9);
        assertThat(isSame(updater, updater, Numeric.DOUBLE)).isTrue();
        assertThat(isSame(updater, other, Numeric.DOUBLE)).isFalse();
    }

    private static <A> boolean isSame(Updater one, Updater other, Numeric<A> numeric) {
        return Twin.isSame(
                new Dl4jUpdate<>(one.toDl4j(), numeric, 61), new Dl4jUpdate<>(other.toDl4j(), numeric, 61), numeric);
    }

    private static <A> void agree(Updater updater, Numeric<A> numeric) {
        Random random = new Random(1);
        Update<A> own = Twin.of(updater, numeric, PARAMETERS);
        IUpdater settings = updater.toDl4j();
        long size = settings.stateSize(PARAMETERS);
        GradientUpdater<?> reference =
                settings.instantiate(size == 0 ? null : Nd4j.create(numeric.type(), 1, size), true);
        double rate = settings.getLearningRate(0, 0);
        for (int step = 1; step <= 50; step++) {
            double[] gradient = random.doubles(PARAMETERS, -1, 1)
                    .map(number -> Math.pow(10, 8 * number) * number)
                    .toArray();
            A found = numeric.arithmetic().of(gradient);
            INDArray expected = numeric.nd4j(PARAMETERS).reshape(1, PARAMETERS);
            numeric.put().accept(expected, found);
            own.apply(found, step, rate);
            reference.applyUpdater(expected, step - 1, 0);
            A there = numeric.arithmetic().zeros(PARAMETERS);
            numeric.get().accept(expected, there);
            assertThat(numbers(found, numeric)).containsExactly(numbers(there, numeric));
        }
    }

    private static <A> double[] numbers(A array, Numeric<A> numeric) {
        double[] numbers = numeric.arithmetic()
                .widen(array, numeric.arithmetic().room(PARAMETERS))
                .clone();
        assertThat(numbers).doesNotContain(Double.NaN);
        return numbers;
    }
}
