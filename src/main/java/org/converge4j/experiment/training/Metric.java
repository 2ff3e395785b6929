package org.converge4j.experiment.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A number that says how good a network is on the training set, or on the rows kept back for testing. */
public enum Metric {
    /** The training loss, as the curve has it. */
    LOSS("loss", false, false),
    /** The share of training rows whose largest output is their class. */
    ACCURACY("accuracy", true, false),
    /** The mean over the classes of F1 = 2TP / (2TP + FP + FN), on the training set: a rare class counts as much as a frequent one. */
    F1("f1", true, false),
    /** The mean over the classes of the area under the ROC curve of that class against the rest, on the training set. */
    AUC("auc", true, false),
    /** The root of the training rows' mean squared error; the average over several targets. */
    RMSE("rmse", false, false),
    /** 1 − squared error / squared distance from the mean, on the training set; the average over several targets. */
    R2("r2", true, false),
    /** The mean loss of the test part, without what regularisation adds. */
    TEST_LOSS("testLoss", false, true),
    /** {@link #ACCURACY} of the test part. */
    TEST_ACCURACY("testAccuracy", true, true),
    /** {@link #F1} of the test part. */
    TEST_F1("testF1", true, true),
    /** {@link #AUC} of the test part. */
    TEST_AUC("testAuc", true, true),
    /** {@link #RMSE} of the test part. */
    TEST_RMSE("testRmse", false, true),
    /** {@link #R2} of the test part. */
    TEST_R2("testR2", true, true);

    private final String key;
    private final boolean more;
    private final boolean test;

    Metric(String key, boolean more, boolean test) {
        this.key = key;
        this.more = more;
        this.test = test;
    }

    /** As experiment files spell it. */
    public String key() {
        return key;
    }

    /** Whether more of it is better. */
    public boolean isBetterHigher() {
        return more;
    }

    /** Whether it is measured on the test part. */
    public boolean isOfTest() {
        return test;
    }

    /** Whether it counts rows, so that it is a fraction with their number below. */
    public boolean isShare() {
        return this == ACCURACY
                || this == TEST_ACCURACY
                || this == F1
                || this == TEST_F1
                || this == AUC
                || this == TEST_AUC;
    }

    /** What a run that diverged counts as: ∞, no row told right, or an R² of −∞. */
    public double worst() {
        return isShare() ? 0 : more ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** What is measured of networks on such a problem, besides the training loss. */
    public static List<Metric> of(boolean classification, boolean tested) {
        Set<Metric> ofKind = classification
                ? EnumSet.of(ACCURACY, F1, AUC, TEST_LOSS, TEST_ACCURACY, TEST_F1, TEST_AUC)
                : EnumSet.of(RMSE, R2, TEST_LOSS, TEST_RMSE, TEST_R2);
        return ofKind.stream().filter(metric -> tested || !metric.isOfTest()).toList();
    }

    /** In words: {@code test accuracy}. */
    public String words() {
        return (test ? "test " : "")
                + switch (this) {
                    case LOSS, TEST_LOSS -> "loss";
                    case ACCURACY, TEST_ACCURACY -> "accuracy";
                    case F1, TEST_F1 -> "F1";
                    case AUC, TEST_AUC -> "AUC";
                    case RMSE, TEST_RMSE -> "RMSE";
                    case R2, TEST_R2 -> "R²";
                };
    }

    /** The metric that a file spells so. */
    public static Optional<Metric> spelled(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }
}
