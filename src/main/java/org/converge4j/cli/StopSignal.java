package org.converge4j.cli;

import org.converge4j.result.Unfinished;
import org.converge4j.run.worker.Signals;

/** The signals that ask a command to end. One that the process was started to ignore, as {@code nohup} does, stays ignored. */
enum StopSignal {
    /** Ctrl-C. */
    INT(2),

    /** What {@code kill}, systemd, SLURM and {@code docker stop} send. */
    TERM(15),

    /** The terminal was closed. */
    HUP(1);

    private final int number;

    StopSignal(int number) {
        this.number = number;
    }

    /** The exit code of a command that it ended, as shells have it. */
    int code() {
        return Signals.EXIT + number;
    }

    /**
     * Has it handled, on a thread of its own each time it comes.
     *
     * @return gives it back to whoever handled it before
     */
    Runnable register(Runnable handler) {
        return Signals.handle(name(), handler);
    }

    /** Says so, and ends the process without another step; no worker, no lock and no half-written file is left. */
    void endAtOnce() {
        System.err.println((Main.terminal().live() ? "\n" : "") + "Stopping at once; nothing is left half-written.");
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Unfinished.abandon(() -> Runtime.getRuntime().halt(code()));
    }
}
