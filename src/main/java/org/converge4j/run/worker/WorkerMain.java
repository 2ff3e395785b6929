package org.converge4j.run.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.CheckRequest;
import org.converge4j.run.message.Known;
import org.converge4j.run.message.MeasureRequest;
import org.converge4j.run.plan.Batch;

/** The main class of a worker: takes one request a line on standard input, until it ends, and the worker with it. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        // a terminal, systemd and SLURM send them to all processes at once; the parent decides when a worker ends
        List.of("INT", "TERM", "HUP").forEach(signal -> Signals.handle(signal, () -> {}));
        PrintStream replies = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever an updater prints must not look like a reply
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(System.in, requests), "requests");
        reader.setDaemon(true);
        reader.start();
        Thread reflection = new Thread(WorkerMain::reflect, "reflection");
        reflection.setDaemon(true);
        reflection.start();
        Runtime.getRuntime().addShutdownHook(new Thread(WorkerMain::nameExit, "exit"));
        WorkerSession session = new WorkerSession(replies);
        while (true) {
            session.answer(requests.take());
        }
    }

    /** Has Jackson look through what will be read and written, which takes a quarter of a second, beside ND4J's start. */
    static void reflect() {
        RecordFormat.JSON.readerFor(WorkerSession.ProblemRequest.class);
        RecordFormat.JSON.writerFor(Known.class);
        RecordFormat.JSON.readerFor(CheckRequest.class);
        RecordFormat.JSON.readerFor(Batch.class);
        RecordFormat.JSON.writerFor(RunRecord.class);
        RecordFormat.JSON.readerFor(MeasureRequest.class);
        RecordFormat.JSON.writerFor(Measurement.class);
    }

    /** Passes requests on, also while one is being answered: the end of them means that the parent is gone. */
    private static void read(InputStream in, BlockingQueue<String> requests) {
        System.setIn(InputStream.nullInputStream()); // an updater that reads must not swallow requests
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                requests.add(line);
            }
        } catch (IOException broken) {
            // as good as the end
        }
        Runtime.getRuntime().halt(0);
    }

    /** Tells the parent whose idea it was that the worker ends, if it was its own code's. */
    private static void nameExit() {
        for (StackTraceElement[] trace : Thread.getAllStackTraces().values()) {
            for (int i = 0; i < trace.length - 1; i++) {
                if (isExit(trace[i]) && !isExit(trace[i + 1])) {
                    System.err.println("System.exit was called by " + trace[i + 1]);
                }
            }
        }
    }

    private static boolean isExit(StackTraceElement element) {
        return element.getMethodName().equals("exit")
                && (element.getClassName().equals("java.lang.System")
                        || element.getClassName().equals("java.lang.Runtime"));
    }
}
