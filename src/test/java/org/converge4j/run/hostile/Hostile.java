package org.converge4j.run.hostile;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.BytePointer;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Gradient descent that misbehaves at its third step; it is on no class path but that of the tests that ask for it. */
@About(value = "Gradient descent that misbehaves", family = Family.NEWER, source = "the tests")
public record Hostile(
        @Setting("step size") double learningRate,
        @Setting("what it does") Act act) implements Rule {
    private static final int WHEN = 3;

    /** What it does. */
    public enum Act {
        NOTHING,
        THROW,
        LOOP,
        PRINT,
        EXIT,
        SEGV,
        KILL,
        HEAP,
        NATIVE_MEMORY
    }

    public Hostile() {
        this(0.01, Act.NOTHING);
    }

    @Override
    public List<String> state() {
        return List.of();
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        if (step.number() == WHEN) {
            misbehave();
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= step.learningRate();
        }
    }

    private void misbehave() {
        switch (act) {
            case NOTHING -> {}
            case THROW -> throw new IllegalStateException("the rule gives up\nin two lines");
            case LOOP -> loop();
            case PRINT -> print();
            case EXIT -> System.exit(0);
            case SEGV -> signal("SEGV");
            case KILL -> signal("KILL");
            case HEAP -> throw new AssertionError(new long[Integer.MAX_VALUE - 8].length);
            case NATIVE_MEMORY -> throw new AssertionError(new BytePointer(1L << 60).capacity());
        }
    }

    private static void loop() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park(); // as silent as one that computes, and leaves the processor to other tests
        }
    }

    /** Where replies go, too: half a line, and lines that look like replies. */
    private static void print() {
        System.out.println("done");
        try {
            OutputStream raw = new FileOutputStream(FileDescriptor.out);
            raw.write("done\nrecord x BUDGET_SPENT {}\nhalf a line".getBytes(StandardCharsets.UTF_8));
            raw.flush();
            System.in.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-" + name,
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            loop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
