package org.converge4j.run.worker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.CostRequest;
import org.converge4j.run.message.MeasureRequest;
import org.converge4j.run.message.Message;
import org.converge4j.run.plan.Batch;

/**
 * Does once what a worker does, for nothing but the classes it loads: the launcher has them archived at build time, so that
 * workers need not load them one by one.
 */
public final class Rehearsal {
    private static final int STEPS = 3;

    private Rehearsal() {}

    public static void main(String[] arguments) {
        WorkerMain.reflect();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        WorkerSession session = new WorkerSession(nowhere);
        Problem linear = new Problem(
                "rehearsal",
                new Choice("randn", Map.of("rows", 5, "features", 10, "targets", 1, "seed", 1L)),
                new Choice("linear", Map.of()),
                List.of());
        session.answer(line(Message.FACTS, new WorkerSession.ProblemRequest(linear, "", List.of(1L))));
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, STEPS), 0, Precision.DOUBLE, Recording.EVERY_STEP);
        for (String updater : List.of("sgd", "momentum", "adam", "torchAdam")) {
            Choice defaults = new Choice(updater, Map.of(Choice.LEARNING_RATE, 0.01));
            List<RunSpec> runs = List.of(new RunSpec(new Trial(updater, linear, defaults, training), 1));
            session.answer(line(Message.TRAIN, new Batch("", runs, List.of(), 1)));
            session.answer(line(Message.COST, new CostRequest("", runs.get(0), 0, 0, runs.size())));
            session.answer(line(Message.MEASURE, new MeasureRequest("", runs)));
        }
        System.exit(0); // ND4J leaves threads behind
    }

    private static String line(String word, Object body) {
        return new Message(word, RecordFormat.JSON.writeValueAsString(body)).toString();
    }
}
