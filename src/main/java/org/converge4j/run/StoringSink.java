package org.converge4j.run;

import java.util.List;
import java.util.Map;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RecordFormat;
import org.converge4j.result.RecordStore;
import org.converge4j.result.RunRecord;

/**
 * Stores what arrives and passes the news on.
 *
 * @param facts of each problem
 * @param trials of the runs that are ahead, by the run's id
 */
record StoringSink(RecordStore store, Map<Problem, ProblemFacts> facts, Map<String, Trial> trials, Progress progress)
        implements Sink {
    @Override
    public void record(String id, Outcome outcome, String text) {
        store.write(id, text);
        Trial trial = trials.get(id);
        if (trial != null) {
            progress.ended(trial, outcome);
        }
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
