package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A limit on the processor time of what a test does, which other work on the machine does not shorten. */
public final class Within {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Within() {}

    /** Does something in this thread and checks how long it took. */
    public static void twoSeconds(ThrowingCallable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            work.call();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        assertThat(taken).isLessThan(Duration.ofSeconds(2));
    }
}
