package org.converge4j.result;

import java.util.HashMap;
import java.util.Map;
import org.converge4j.experiment.RunSpec;

/** Lets records that say the same of problem, trial and machine say it with one object: a sweep repeats them thousands of times. */
public final class Sharing {
    private final Map<Object, Object> known = new HashMap<>();

    public RunRecord share(RunRecord run) {
        return run.sharing(
                new RunSpec(one(run.spec().trial()), run.spec().seed()), one(run.facts()), one(run.environment()));
    }

    @SuppressWarnings("unchecked") // a value is replaced by an equal one, which is of its class
    private <T> T one(T value) {
        Object first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
