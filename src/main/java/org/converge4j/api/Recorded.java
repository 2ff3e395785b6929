package org.converge4j.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;

/**
 * What a folder holds of runs.
 *
 * @param runs by id
 * @param damaged records that cannot be read, each with the reason
 */
record Recorded(Map<String, RunRecord> runs, List<String> damaged) {
    static Recorded in(RecordStore store) {
        Map<String, RunRecord> runs = new TreeMap<>();
        List<String> damaged = new ArrayList<>();
        store.readAll(run -> runs.put(run.id(), run), damaged::add);
        return new Recorded(runs, damaged);
    }
}
