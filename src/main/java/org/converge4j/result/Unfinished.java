package org.converge4j.result;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** What this process has begun and not yet finished, temporary files and locks: taken away if it has to end at once. */
public final class Unfinished {
    private static final Deque<Runnable> UNDO = new ArrayDeque<>();

    private Unfinished() {}

    /**
     * Something begins.
     *
     * @param undo takes it away
     */
    public static synchronized void begin(Runnable undo) {
        UNDO.push(undo);
    }

    /**
     * Takes several steps to something that begins, all of which come before a sudden end, or none.
     *
     * @throws Exception if a step does
     */
    public static synchronized <T> T beginning(Callable<T> steps) throws Exception {
        return steps.call();
    }

    /** It is finished. */
    public static synchronized void end(Runnable undo) {
        UNDO.remove(undo);
    }

    /**
     * Takes away what is unfinished, the latest first.
     *
     * @param end ends the process; nothing new begins meanwhile
     */
    public static synchronized void abandon(Runnable end) {
        while (!UNDO.isEmpty()) {
            UNDO.pop().run();
        }
        end.run();
    }
}
