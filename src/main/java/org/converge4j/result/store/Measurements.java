package org.converge4j.result.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.result.Measurement;
import org.jspecify.annotations.Nullable;

/** The measurements of an experiment's trials, in one file beside the runs. */
public final class Measurements {
    /** A file of more bytes is not read: those of ten thousand trials have fewer. */
    private static final long LONGEST = 512L << 20;

    private final Path file;

    /**
     * The measurements of a results folder.
     *
     * @param results the folder
     */
    public Measurements(Path results) {
        this.file = results.resolve("measurements.json");
    }

    /**
     * By trial key; a file that cannot be read counts as none, for measuring again loses nothing.
     *
     * @param damaged takes the file, if it cannot be read
     */
    public Map<String, Measurement> read(Consumer<Damage> damaged) {
        Map<String, Measurement> byTrial = new LinkedHashMap<>();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                for (Measurement measurement : measured()) {
                    byTrial.put(measurement.trial(), measurement);
                }
            } catch (DamagedRecordException unreadable) {
                damaged.accept(new Damage(file, "no measurements: " + unreadable.getMessage()));
            }
        }
        return byTrial;
    }

    private List<Measurement> measured() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DamagedRecordException("it is no file");
        }
        List<@Nullable Measurement> measured = Arrays.asList(RecordFormat.read(file, LONGEST, Measurement[].class));
        if (measured.contains(null)) {
            throw new DamagedRecordException("[" + measured.indexOf(null) + "]: " + Mismatch.of("an object", "null"));
        }
        return List.copyOf(measured);
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
