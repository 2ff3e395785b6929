package org.converge4j.run;

import java.util.List;
import java.util.Map;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RecordFormat;
import org.converge4j.result.RecordStore;
import org.converge4j.result.RunRecord;

/** Stores what arrives and passes the news on. */
record StoringSink(RecordStore store, Map<Problem, ProblemFacts> facts, Progress progress) implements Sink {
    @Override
    public void record(String id, Outcome outcome, String text) {
        store.write(id, text);
        progress.ended(outcome);
    }

    @Override
    public void failed(RunSpec run, String reason) {
        ProblemFacts known = facts.get(run.trial().problem());
        if (known == null) {
            throw new IllegalStateException(
                    "no facts of " + run.trial().problem().name());
        }
        RunRecord record = new RunRecord(
                RunRecord.SCHEMA,
                run.id(),
                run,
                Outcome.FAILED,
                0,
                reason,
                new Curve(new int[0], new double[0]),
                List.of(),
                known,
                "",
                new Environment("", "", "", "", "", "", 0));
        record(run.id(), Outcome.FAILED, RecordFormat.write(record));
    }

    @Override
    public void steps(long count) {
        progress.steps(count);
    }
}
