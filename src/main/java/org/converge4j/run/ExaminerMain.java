package org.converge4j.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.converge4j.catalog.Arguments;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.examine.AroundExplanation;
import org.converge4j.examine.Contract;
import org.converge4j.examine.Explanation;
import org.converge4j.examine.Finding;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.model.Dl4j;
import org.converge4j.train.Environments;
import org.converge4j.updater.Around;
import org.converge4j.updater.Updater;

/** The main class of the virtual machine that explains or verifies one updater, or explains a model: lines on standard output, 0 or 1. */
public final class ExaminerMain {
    /** First argument; the second is the updater, the others its settings. */
    static final String EXPLAIN = "explain";

    /** First argument; the second is the updater. */
    static final String VERIFY = "verify";

    /** First argument; the second is the file of a model, the third how messages call it. */
    static final String MODEL = "model";

    /** The status that tells of a broken promise. */
    static final int BROKEN = 1;

    /** The status that tells of wrong input; the last line of the log is for the user. */
    static final int REFUSED = 3;

    private static final int FAILED = 2;

    /** Seconds after which an updater is not waited for any more: many times what all promises of the slowest rule of ours take. */
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("converge.patience", 180));

    private ExaminerMain() {}

    public static void main(String[] arguments) {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever an updater prints is no line of ours
        System.exit(examine(List.of(arguments), lines));
    }

    /** An updater that never returns is told so, and not waited for. */
    private static void endIn(Duration patience, String updater) {
        TimerTask end = new TimerTask() {
            @Override
            public void run() {
                System.err.println(updater + ": no end after " + patience.toSeconds()
                        + " s of trying its promises: it loops without end, or a step takes very long.");
                Runtime.getRuntime().halt(REFUSED);
            }
        };
        new Timer("patience", true).schedule(end, patience.toMillis());
    }

    // whatever a user's updater throws ends here, as one line
    @SuppressWarnings("CatchingUnchecked")
    private static int examine(List<String> arguments, PrintStream lines) {
        try {
            if (arguments.get(0).equals(MODEL)) {
                Dl4j.explained(Path.of(arguments.get(1)), arguments.get(2)).forEach(lines::println);
                return 0;
            }
            Catalog catalog = Catalog.load(ExaminerMain.class.getClassLoader());
            if (arguments.get(0).equals(VERIFY)) {
                Variant<UpdaterSettings> variant = catalog.updater(arguments.get(1));
                Environments.here(); // starts ND4J, which is none of the updater's time
                endIn(PATIENCE, variant.name());
                List<Finding> findings = Contract.examine(variant);
                findings.forEach(lines::println);
                long kept = findings.stream()
                        .filter(finding -> finding.broken().isEmpty())
                        .count();
                lines.println(variant.name() + " keeps " + kept + " of " + findings.size() + " promises.");
                return kept == findings.size() ? 0 : BROKEN;
            }
            Settings rule = Arguments.create(catalog.rule(arguments.get(1)), arguments.subList(2, arguments.size()));
            List<String> explanation = rule instanceof Around around
                    ? AroundExplanation.of(around, catalog)
                    : Explanation.of((Updater) rule, catalog);
            explanation.forEach(lines::println);
            return 0;
        } catch (ProblemException wrong) {
            System.err.println(wrong.getMessage());
            return REFUSED;
        } catch (Exception | LinkageError failure) {
            System.err.println(failure);
            return FAILED;
        }
    }
}
