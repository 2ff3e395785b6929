package org.converge4j.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a signal does to a command that has something to finish: the first is said and interrupts the command's thread, a Ctrl-C
 * after it ends the process at once. (A shutdown hook would not do: libraries that draw the report refuse to work in one.)
 */
final class Stopping implements AutoCloseable {
    /** A terminal and whoever started us may both pass one Ctrl-C on. */
    private static final long SAME_CTRL_C = Duration.ofMillis(10).toNanos();

    private final Thread command = Thread.currentThread();
    private final Consumer<StopSignal> announcement;
    private final List<Runnable> restoring = new ArrayList<>();
    private Optional<StopSignal> first = Optional.empty();
    private long since;
    private boolean finishing;

    /**
     * Takes the signals over from whoever had them, until this is closed.
     *
     * @param announcement says what will happen, at once, on a thread of its own
     */
    Stopping(Consumer<StopSignal> announcement) {
        this.announcement = announcement;
        for (StopSignal signal : StopSignal.values()) {
            restoring.add(signal.register(() -> stop(signal)));
        }
    }

    /** The exit code of a command that was stopped. */
    synchronized OptionalInt code() {
        return first.map(StopSignal::code).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** From here on the command ends by itself, and signals no longer interrupt it. */
    synchronized void finish() {
        finishing = true;
        Thread.interrupted(); // or else files could not be forced to disk
    }

    private void stop(StopSignal signal) {
        if (isFirst(signal)) {
            announcement.accept(signal);
            interrupt();
        } else if (signal == StopSignal.INT && isAnother()) {
            signal.endAtOnce();
        }
    }

    private synchronized boolean isFirst(StopSignal signal) {
        if (first.isPresent()) {
            return false;
        }
        first = Optional.of(signal);
        since = System.nanoTime();
        return true;
    }

    private synchronized boolean isAnother() {
        return System.nanoTime() - since > SAME_CTRL_C;
    }

    private synchronized void interrupt() {
        if (!finishing) {
            command.interrupt();
        }
    }

    @Override
    public void close() {
        restoring.forEach(Runnable::run);
        restoring.clear();
    }
}
