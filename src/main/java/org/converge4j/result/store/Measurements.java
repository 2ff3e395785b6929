package org.converge4j.result.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.result.Measurement;
import tools.jackson.core.JacksonException;

/** The measurements of an experiment's trials, in one file beside the runs. */
public final class Measurements {
    private final Path file;

    /**
     * The measurements of a results folder.
     *
     * @param results the folder
     */
    public Measurements(Path results) {
        this.file = results.resolve("measurements.json");
    }

    /** By trial key; a file that cannot be read counts as none, for measuring again loses nothing. */
    public Map<String, Measurement> read() {
        Map<String, Measurement> byTrial = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            try {
                for (Measurement measurement : RecordFormat.JSON.readValue(file, Measurement[].class)) {
                    byTrial.put(measurement.trial(), measurement);
                }
            } catch (JacksonException unreadable) {
                byTrial.clear();
            }
        }
        return byTrial;
    }

    /** Replaces all of them. */
    public void write(List<Measurement> measurements) {
        try {
            WholeFile.write(file, RecordFormat.JSON.writeValueAsString(measurements) + "\n");
        } catch (IOException failure) {
            throw new StorageException(file, failure);
        }
    }
}
