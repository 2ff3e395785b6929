package org.converge4j.run.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.Message;
import org.converge4j.run.message.Reason;
import org.converge4j.run.plan.Execution;

/** The parent's end of a worker: its process, its streams and the last lines of its log. */
public final class WorkerProcess implements AutoCloseable {
    private static final long LAST_WORDS_MILLIS = 1000;
    private static final int MOST_UNREAD = 64;
    private static final String READY = new Message(Message.READY, "").toString();

    private final ProcessBuilder builder;
    private final Process process;

    /** What it said and nobody has read yet; nothing, once it says no more. Who waits here can be interrupted, as at a pipe not. */
    private final BlockingQueue<Optional<String>> replies = new ArrayBlockingQueue<>(MOST_UNREAD);

    private final BufferedWriter requests;
    private final LogTail log = new LogTail();
    private final Thread listener;
    private final Thread logReader;
    private volatile boolean ready;
    private volatile boolean asked;
    private volatile boolean silenced;
    private volatile long lastHeard = System.nanoTime();

    /**
     * @param builder starts it
     * @param threads of BLAS and OpenMP
     */
    public WorkerProcess(ProcessBuilder builder, int threads) throws IOException {
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        this.builder = builder;
        this.process = builder.start();
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.listener = daemon(() -> listen(process.getInputStream()), "replies of worker " + process.pid());
        this.logReader = daemon(() -> readLog(process.getErrorStream()), "log of worker " + process.pid());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Sends a request and hands on every line of the answer but the last. Whoever is interrupted meanwhile ends the worker, for
     * nobody would hear the rest.
     *
     * @throws WorkerDiedException if the process ended before the answer did
     * @throws BatchFailedException if what was asked for threw an exception
     * @throws RefusedException if the worker found the input wrong
     */
    public void ask(Message request, Consumer<Message> answer)
            throws WorkerDiedException, BatchFailedException, InterruptedException {
        lastHeard = System.nanoTime();
        asked = true;
        try {
            requests.write(request + "\n");
            requests.flush();
            for (Optional<String> line = replies.take(); line.isPresent(); line = replies.take()) {
                lastHeard = System.nanoTime();
                Optional<Message> message = Message.parse(line.get());
                if (message.isEmpty()) {
                    if (!Message.isBegun(line.get())) {
                        log.add(line.get());
                    }
                } else if (isLast(message.get())) {
                    return;
                } else if (!message.get().word().equals(Message.READY)) {
                    answer.accept(message.get());
                }
            }
        } catch (IOException broken) {
            // the pipe broke: the process is gone, as said below
        } catch (InterruptedException stopped) {
            close();
            throw stopped;
        } finally {
            asked = false;
        }
        replies.offer(Optional.empty()); // it says no more to the next who asks either
        if (!process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
            close(); // it closed its standard output and lives on, but nobody will hear of what it does
        }
        int exit = process.waitFor();
        logReader.join(LAST_WORDS_MILLIS); // a child of the worker may hold its log open
        throw new WorkerDiedException(ending(exit));
    }

    /** Whether it has started. */
    boolean isReady() {
        return ready;
    }

    /** Whether it is one for brief work. */
    boolean isBrief() {
        return builder.command().contains(WorkerCommand.BRIEF);
    }

    /** Whether it lives and another command would start the same. */
    boolean isOf(ProcessBuilder other) {
        return process.isAlive()
                && builder.command().equals(other.command())
                && Objects.equals(builder.directory(), other.directory());
    }

    /** Ends the process if it has been asked something and has said nothing for so long, or has not even started. */
    void endIfSilent(Duration patience) {
        long silence = System.nanoTime() - lastHeard;
        if (asked && silence > (ready ? patience : Execution.PATIENCE).toNanos()) {
            silenced = true;
            log.add("no step was finished in " + Duration.ofNanos(silence).toSeconds() + " s");
            close();
        }
    }

    /** Ends the process now, and what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        listener.interrupt();
    }

    private static boolean isLast(Message message) throws BatchFailedException {
        if (message.word().equals(Message.REFUSED)) {
            throw new RefusedException(RecordFormat.value(message.body(), String.class));
        }
        if (message.word().equals(Message.FAILED)) {
            throw new BatchFailedException(message.body());
        }
        return message.word().equals(Message.DONE);
    }

    private String ending(int exit) {
        String how = "its worker ended with status " + exit;
        if (silenced) {
            how = "its worker was ended, for it hung";
        } else if (exit > Signals.EXIT) {
            how = "its worker was killed by signal " + (exit - Signals.EXIT);
        }
        String said = log.toString();
        return Reason.clean(said.isEmpty() ? how : how + ": " + said);
    }

    private void listen(InputStream stream) {
        try {
            try (stream) {
                ByteLines lines = new ByteLines(stream);
                for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                    ready |= line.get().equals(READY);
                    replies.put(line);
                }
            } catch (IOException broken) {
                // as good as the end
            }
            replies.put(Optional.empty());
        } catch (InterruptedException closed) {
            replies.clear();
            replies.add(Optional.empty());
        }
    }

    private void readLog(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
            }
        } catch (IOException closed) {
            // the process is gone; what it said is kept
        }
    }
}
