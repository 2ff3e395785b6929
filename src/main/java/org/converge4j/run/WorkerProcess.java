package org.converge4j.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The parent's end of a worker: its process, its streams and the last lines of its log. */
final class WorkerProcess implements AutoCloseable {
    private static final int LOG_LINES = 12;

    private final Process process;
    private final BufferedReader replies;
    private final BufferedWriter requests;
    private final Deque<String> log = new ArrayDeque<>();
    private final Thread logReader;

    WorkerProcess() throws IOException {
        this.process = WorkerCommand.builder().start();
        this.replies = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.logReader = new Thread(this::readLog, "log of worker " + process.pid());
        logReader.setDaemon(true);
        logReader.start();
    }

    /**
     * Sends a request and hands on every line of the answer but the last.
     *
     * @throws WorkerDiedException if the process ended before the answer did
     * @throws RefusedException if the worker found the input wrong
     */
    void ask(Message request, Consumer<Message> answer) throws WorkerDiedException, InterruptedException {
        try {
            requests.write(request + "\n");
            requests.flush();
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                Message message = Message.parse(line);
                if (message.word().equals(Message.DONE)) {
                    return;
                }
                if (message.word().equals(Message.REFUSED)) {
                    throw new RefusedException(message.body());
                }
                answer.accept(message);
            }
        } catch (IOException broken) {
            // the pipe broke: the process is gone, as said below
        }
        int exit = process.waitFor();
        logReader.join();
        throw new WorkerDiedException(ending(exit));
    }

    /** Ends the process now. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String ending(int exit) {
        String how =
                exit > 128 ? "its worker was killed by signal " + (exit - 128) : "its worker ended with status " + exit;
        synchronized (log) {
            return log.isEmpty() ? how : how + ": " + String.join(" | ", log);
        }
    }

    private void readLog() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    if (log.size() == LOG_LINES) {
                        log.removeFirst();
                    }
                    log.addLast(line);
                }
            }
        } catch (IOException closed) {
            // the process is gone; what it said is kept
        }
    }
}
