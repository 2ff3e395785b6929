package org.converge4j.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.Signals;
import org.converge4j.run.worker.WorkerCommand;
import org.converge4j.run.worker.WorkerHome;

/** Has an updater explained or verified, or a model explained, in a virtual machine of its own, where DL4J may run. */
public final class Examiner {
    private static final long LAST_WORDS_MILLIS = 1000;

    private Examiner() {}

    /**
     * Explains an updater.
     *
     * @param settings as {@code name=value}
     * @param home of the virtual machine
     * @param line takes each line of the explanation
     */
    public static void explain(String updater, List<String> settings, WorkerHome home, Consumer<String> line)
            throws InterruptedException {
        run(Stream.concat(Stream.of(ExaminerMain.EXPLAIN, updater), settings.stream()), home, line);
    }

    /**
     * Explains a model: what it brings for its training, and what an experiment does with each of it.
     *
     * @param model as the user calls it
     * @param home of the virtual machine
     * @param line takes each line of the explanation
     * @throws RefusedException if it is no model that can be read
     */
    public static void explainModel(Path model, WorkerHome home, Consumer<String> line) throws InterruptedException {
        run(Stream.of(ExaminerMain.MODEL, model.toAbsolutePath().toString(), model.toString()), home, line);
    }

    /**
     * Tries the contract on an updater.
     *
     * @param home of the virtual machine
     * @param line takes a line for each promise
     * @return whether all are kept
     */
    public static boolean verify(String updater, WorkerHome home, Consumer<String> line) throws InterruptedException {
        return run(Stream.of(ExaminerMain.VERIFY, updater), home, line) == 0;
    }

    /** Runs {@link ExaminerMain} to its end; 0 or 1. */
    private static int run(Stream<String> arguments, WorkerHome home, Consumer<String> line)
            throws InterruptedException {
        try {
            Process process = WorkerCommand.brief(home, ExaminerMain.class, arguments.toArray(String[]::new))
                    .start();
            AtomicReference<String> lastWords = new AtomicReference<>("it said nothing");
            Thread log = new Thread(() -> read(process.getErrorStream(), lastWords::set), "log of the examiner");
            log.setDaemon(true);
            log.start();
            read(process.getInputStream(), line);
            int exit = process.waitFor();
            if (exit > Signals.EXIT) { // Ctrl-C is sent to both, and who hears of it here says so and ends this process
                Thread.sleep(LAST_WORDS_MILLIS);
            }
            if (exit > ExaminerMain.BROKEN) {
                log.join(LAST_WORDS_MILLIS); // a child of the examiner may hold its log open
                String said = String.valueOf(lastWords.get());
                throw new RefusedException(
                        exit == ExaminerMain.REFUSED ? said : "it ended with status " + exit + ": " + said);
            }
            return exit;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void read(InputStream stream, Consumer<String> line) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
