package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.training.Metric;

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
 * @param multiplications of a forward pass of one row, where they are not as many as the parameters
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
        List<Integer> testClassRows,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> multiplications) {
    private static final int MOST_NAMES = 10_000;

    public ProblemFacts {
        Checks.that(
                rows >= 0 && features >= 0 && targets >= 0 && parameters >= 0 && testRows >= 0,
                "expected counts of at least 0, found " + rows + " rows, " + features + " features, " + targets
                        + " targets, " + parameters + " parameters and " + testRows + " test rows");
        dataHash = Checks.text(dataHash, "a hash", Checks.LONGEST_NAME);
        floor.ifPresent(least -> Checks.finite(least, "the floor"));
        featureNames = Checks.names(featureNames, "names of features", MOST_NAMES);
        targetNames = Checks.names(targetNames, "names of targets", MOST_NAMES);
        classes = Checks.names(classes, "names of classes", MOST_NAMES);
        layers = Checks.names(layers, "layers", MOST_NAMES);
        requireNonNull(curvature, "curvature");
        requireNonNull(resolution, "resolution");
        requireNonNull(rank, "rank");
        classRows = List.copyOf(classRows);
        testClassRows = List.copyOf(testClassRows);
        multiplications.ifPresent(count -> Checks.expect(count >= 0, "multiplications", "at least 0", count));
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
                List.of(),
                Optional.empty());
    }

    /** Multiplications of a forward pass of one row: in dense layers, one a parameter. */
    @JsonIgnore
    public long products() {
        return multiplications.orElse((long) parameters);
    }

    /** The same without what is known of its curvature. */
    public ProblemFacts withoutCurvature() {
        return new ProblemFacts(
                rows,
                features,
                targets,
                parameters,
                dataHash,
                floor,
                testRows,
                featureNames,
                targetNames,
                classes,
                layers,
                Optional.empty(),
                resolution,
                Optional.empty(),
                classRows,
                testClassRows,
                multiplications);
    }

    /** What is measured of runs on it: the loss first; a function has nothing else, an area under the curve needs rows of each class. */
    public List<Metric> metrics() {
        return Stream.concat(
                        Stream.of(Metric.LOSS),
                        features == 0 ? Stream.empty() : Metric.of(!classes.isEmpty(), testRows > 0).stream())
                .filter(metric -> metric != Metric.AUC || !classRows.contains(0))
                .filter(metric -> metric != Metric.TEST_AUC || !testClassRows.contains(0))
                .toList();
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
