package org.converge4j.experiment;

import java.util.Arrays;
import java.util.Optional;

/** A number that says how good a network is on the training set, or on the rows kept back for testing. */
public enum Metric {
    /** The training loss, as the curve has it. */
    LOSS("loss", false, false),
    /** The share of training rows whose largest output is their class. */
    ACCURACY("accuracy", true, false),
    /** The root of the training rows' mean squared error; the average over several targets. */
    RMSE("rmse", false, false),
    /** 1 − squared error / squared distance from the mean, on the training set; the average over several targets. */
    R2("r2", true, false),
    /** The mean loss of the test part, without what regularisation adds. */
    TEST_LOSS("testLoss", false, true),
    /** {@link #ACCURACY} of the test part. */
    TEST_ACCURACY("testAccuracy", true, true),
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

    /** The metric that a file spells so. */
    public static Optional<Metric> spelled(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }
}
