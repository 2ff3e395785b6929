package org.converge4j.result;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work on files that an interrupt must not cut short: it is done on a thread of its own, for an interrupted one loses the files that it uses. */
public final class Undisturbed {
    private Undisturbed() {}

    /**
     * Does the work and waits for it; a thread that was interrupted meanwhile still is.
     *
     * @throws IOException if the work does, or something else that is checked
     */
    public static <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "files");
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException ours) {
            throw ours;
        }
        if (cause instanceof Error grave) {
            throw grave;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
