package org.converge4j.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl-C into an interruption of the command's thread, so that the command can report on what it has done; a second one
 * ends the process at once. (A shutdown hook would not do: libraries that draw the report refuse to work in one.)
 */
final class Interruption implements AutoCloseable {
    private static final String CTRL_C = "INT";

    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread command = Thread.currentThread();
    private final @Nullable Object before;

    private Interruption() {
        this.before = Signals.register(CTRL_C, this::interrupt);
    }

    /** Interrupts the calling thread from now on, until this is closed. */
    static Interruption ofThisThread() {
        return new Interruption();
    }

    private void interrupt() {
        if (interrupted.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        command.interrupt();
    }

    @Override
    public void close() {
        Signals.unregister(CTRL_C, before);
    }
}
