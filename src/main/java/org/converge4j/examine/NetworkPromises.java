package org.converge4j.examine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** What is promised of an updater inside DL4J's networks. */
final class NetworkPromises {
    private static final int STEPS = 20;
    private static final int LENGTH = 12;
    private static final double ROUNDING = 1e-12;

    private final Variant<UpdaterSettings> variant;

    NetworkPromises(Variant<UpdaterSettings> variant) {
        this.variant = variant;
    }

    List<Promise> all() {
        Updater updater = updater();
        if (Exports.refusal(updater).isPresent()) {
            return List.of();
        }
        List<Promise> promises = new ArrayList<>(List.of(
                new Promise("the same start gives the same run, bit by bit", this::repeatable),
                new Promise("one network leaves nothing behind for the next", this::leakless),
                new Promise(
                        "a network saved, restored and trained on is one never interrupted, bit by bit",
                        this::restorable)));
        if (updater.reads().stream().allMatch(what -> what == Reads.RATE)) {
            promises.add(new Promise("a network in one block trains as the same network in several", this::divisible));
        }
        return promises;
    }

    private Optional<String> repeatable() {
        return same(trained(updater()), trained(updater()), "the second run");
    }

    private Optional<String> leakless() {
        Updater rule = updater();
        if (!rule.reads().isEmpty()) {
            return same(trained(rule), trained(rule), "the second network given one updater");
        }
        IUpdater shared = rule.toDl4j();
        return same(trained(shared), trained(shared), "the second network given one updater object");
    }

    private static double[] trained(Updater updater) {
        return trained(SmallNetwork.start(updater));
    }

    private static double[] trained(IUpdater updater) {
        return trained(SmallNetwork.start(SmallNetwork.configuration(updater)));
    }

    private static double[] trained(MultiLayerNetwork network) {
        SmallNetwork.train(network, STEPS);
        return SmallNetwork.parameters(network);
    }

    private Optional<String> restorable() throws IOException {
        MultiLayerNetwork network = SmallNetwork.start(updater());
        SmallNetwork.train(network, STEPS / 2);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, zip, true);
        MultiLayerNetwork restored =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip.toByteArray()), true);
        SmallNetwork.train(restored, STEPS - STEPS / 2);
        return same(trained(updater()), SmallNetwork.parameters(restored), "the restored network");
    }

    /** Follows twelve parameters under a fixed gradient sequence, as one block and as two. */
    private Optional<String> divisible() {
        INDArray whole = Nd4j.zeros(DataType.DOUBLE, LENGTH);
        INDArray cut = Nd4j.zeros(DataType.DOUBLE, LENGTH);
        GradientUpdater<?> one = instantiate(LENGTH);
        GradientUpdater<?> first = instantiate(LENGTH / 3);
        GradientUpdater<?> second = instantiate(LENGTH - LENGTH / 3);
        for (int t = 0; t < STEPS; t++) {
            apply(one, whole, 0, LENGTH, t);
            apply(first, cut, 0, LENGTH / 3, t);
            apply(second, cut, LENGTH / 3, LENGTH, t);
        }
        double[] a = whole.toDoubleVector();
        double[] b = cut.toDoubleVector();
        for (int i = 0; i < LENGTH; i++) {
            if (!(Math.abs(a[i] - b[i]) <= ROUNDING)) {
                return Optional.of("parameter " + i + " is " + a[i] + " in one block and " + b[i] + " in two");
            }
        }
        return Optional.empty();
    }

    private static void apply(GradientUpdater<?> updater, INDArray parameters, int from, int to, int iteration) {
        double[] gradient = new double[to - from];
        Arrays.setAll(gradient, i -> Math.sin(0.9 * iteration + 1.7 * (from + i)) + 0.1);
        INDArray update = Nd4j.createFromArray(gradient);
        updater.applyUpdater(update, iteration, 0);
        parameters.get(NDArrayIndex.interval(from, to)).subi(update);
    }

    private GradientUpdater<?> instantiate(int length) {
        IUpdater updater = updater().toDl4j();
        long size = updater.stateSize(length);
        return updater.instantiate(size == 0 ? null : Nd4j.create(DataType.DOUBLE, size), true);
    }

    private Updater updater() {
        return (Updater) variant.create(Map.of());
    }

    private static Optional<String> same(double[] expected, double[] found, String what) {
        for (int i = 0; i < expected.length; i++) {
            if (!Double.isFinite(expected[i])) {
                return Optional.of("parameter " + i + " is " + expected[i] + " after " + STEPS + " steps");
            }
            if (expected[i] != found[i]) {
                return Optional.of(what + " has " + found[i] + " as parameter " + i + ", not " + expected[i]);
            }
        }
        return Optional.empty();
    }
}
