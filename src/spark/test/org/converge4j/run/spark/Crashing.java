package org.converge4j.run.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Gradient descent that ends its virtual machine at its third step, as a native crash does, and notes each time. */
@About(value = "Gradient descent that crashes", family = Family.NEWER, source = "the tests")
public record Crashing(@Setting("step size") double learningRate) implements Rule {
    /** The environment variable that names the file of notes. */
    static final String NOTES = "CONVERGE_TEST_NOTES";

    private static final int WHEN = 3;
    private static final int ABORTED = 134;

    public Crashing() {
        this(0.01);
    }

    @Override
    public List<String> state() {
        return List.of();
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        String notes = System.getenv(NOTES);
        if (step.number() == WHEN && notes != null) {
            try {
                Files.writeString(
                        Path.of(notes), "crashed\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            Runtime.getRuntime().halt(ABORTED);
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= step.learningRate();
        }
    }
}
