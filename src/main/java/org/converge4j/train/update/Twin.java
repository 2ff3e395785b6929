package org.converge4j.train.update;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Finds for an updater of DL4J's the loop in Java that gives the same bits. That it does is tried, not declared: it depends on how ND4J
 * was compiled for this processor.
 */
final class Twin {
    private static final Map<List<Object>, Boolean> TRIED = new ConcurrentHashMap<>();

    private static final int PARAMETERS = 61;
    private static final int ROUNDS = 60;

    private Twin() {}

    /** The updater at work, by ourselves where that makes no difference. */
    static <A> Update<A> of(Updater updater, Numeric<A> numeric, int size) {
        IUpdater settings = updater.toDl4j();
        return make(settings, numeric, size)
                .filter(twin -> TRIED.computeIfAbsent(
                        tried(settings, numeric.type()),
                        tried -> isSame(
                                new Dl4jUpdate<>(settings.clone(), numeric, PARAMETERS),
                                make(settings, numeric, PARAMETERS).orElseThrow(),
                                numeric)))
                .orElseGet(() -> new Dl4jUpdate<>(settings, numeric, size));
    }

    private static <A> Optional<Update<A>> make(IUpdater settings, Numeric<A> numeric, int size) {
        Arithmetic<A> arithmetic = numeric.arithmetic();
        if (settings instanceof Sgd) {
            return Optional.of(
                    (gradient, step, rate) -> arithmetic.multiply(gradient, Dl4jUpdate.settable(rate, numeric.type())));
        }
        if (settings instanceof Nesterovs nesterovs) {
            A velocity = arithmetic.zeros(size);
            return Optional.of((gradient, step, rate) -> arithmetic.nesterovs(
                    gradient, velocity, Dl4jUpdate.settable(rate, numeric.type()), nesterovs.getMomentum()));
        }
        if (settings instanceof Adam adam) {
            return Optional.of(new AdamUpdate<>(adam, numeric, size));
        }
        return Optional.empty();
    }

    /** Whether two new updates of 61 parameters give the same bits. */
    static <A> boolean isSame(Update<A> reference, Update<A> own, Numeric<A> numeric) {
        for (int round = 0; round < ROUNDS; round++) {
            A expected = numeric.arithmetic().of(gradient(round));
            A found = numeric.arithmetic().of(gradient(round));
            int step = round < ROUNDS / 2 ? round + 1 : round * round * round; // the first, and some far away
            double rate = Math.pow(10, -(round % 5)) * (1 + 0.1 * round);
            reference.apply(expected, step, rate);
            own.apply(found, step, rate);
            if (!Arrays.equals(numbers(expected, numeric), numbers(found, numeric))) {
                return false;
            }
        }
        return true;
    }

    private static <A> double[] numbers(A array, Numeric<A> numeric) {
        return numeric.arithmetic().widen(array, numeric.arithmetic().room(PARAMETERS));
    }

    /** Of many sizes, so that no sum of theirs is rounded alike twice; some are 0. */
    private static double[] gradient(int round) {
        double[] gradient = new double[PARAMETERS];
        for (int i = 0; i < PARAMETERS; i++) {
            gradient[i] = i % 20 == 7 ? 0 : Math.pow(10, i % 9 - 6) * Math.sin(1 + 3.1 * i + 0.7 * round);
        }
        return gradient;
    }

    /** What is tried once: settings but for the rate, which every step sets. */
    private static List<Object> tried(IUpdater settings, DataType type) {
        IUpdater atOne = settings.clone();
        atOne.setLrAndSchedule(1, null);
        return List.of(atOne, type);
    }
}
