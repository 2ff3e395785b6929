package org.converge4j.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a problem without training: its size, and for Linear with mean squared error its floor.
 *
 * @param rows of the training set
 * @param features columns in
 * @param targets columns out: targets of a regression, classes of a classification
 * @param parameters of the network
 * @param dataHash SHA-256 over the training set's numbers
 * @param floor the least loss the problem allows, where it is known exactly
 * @param testRows rows kept back for testing
 * @param featureNames the columns in, the first hundred
 * @param targetNames the columns predicted; the label's alone for a classification
 * @param classes in the order of the network's outputs; empty for a regression
 * @param layers of the network, from input to output: {@code dense 4 → 32 tanh, 160 parameters}
 * @param curvature of the loss, where it is a quadratic and small enough to be decomposed
 * @param resolution the least excess that is told from none; nothing for a loss that we do not know, and in older records
 * @param rank of the data of a linear network, where it was decomposed
 * @param classRows how many rows of the training set each class has, in the order of {@code classes}
 * @param testClassRows the same of the test part
 */
public record ProblemFacts(
        int rows,
        int features,
        int targets,
        int parameters,
        String dataHash,
        Optional<Double> floor,
        int testRows,
        List<String> featureNames,
        List<String> targetNames,
        List<String> classes,
        List<String> layers,
        Optional<Curvature> curvature,
        Optional<Resolution> resolution,
        Optional<Rank> rank,
        List<Integer> classRows,
        List<Integer> testClassRows) {
    public ProblemFacts {
        featureNames = List.copyOf(featureNames);
        targetNames = List.copyOf(targetNames);
        classes = List.copyOf(classes);
        layers = List.copyOf(layers);
        classRows = List.copyOf(classRows);
        testClassRows = List.copyOf(testClassRows);
    }

    /** Facts about a regression without names and test part. */
    public ProblemFacts(int rows, int features, int targets, int parameters, String dataHash, Optional<Double> floor) {
        this(
                rows,
                features,
                targets,
                parameters,
                dataHash,
                floor,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The accuracy of always saying the training set's most frequent class; nothing for a regression. */
    public Optional<Double> baseRate() {
        return share(classRows);
    }

    /** The same on the test part. */
    public Optional<Double> testBaseRate() {
        return share(testClassRows);
    }

    private Optional<Double> share(List<Integer> ofRows) {
        int all = ofRows.stream().mapToInt(Integer::intValue).sum();
        return classRows.isEmpty() || all == 0
                ? Optional.empty()
                : Optional.of((double) ofRows.get(classRows.indexOf(Collections.max(classRows))) / all);
    }
}
