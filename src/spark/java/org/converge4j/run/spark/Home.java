package org.converge4j.run.spark;

import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.SparkFiles;
import org.converge4j.run.worker.WorkerHome;

/** Where the workers of an executor find their code: in the baggage, or where the driver does. */
final class Home implements Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean inBaggage;
    private final String[] own;
    private final String[] declared;

    /**
     * @param inBaggage whether the paths are relative to the baggage
     * @param own our libraries
     * @param declared the user's
     */
    Home(boolean inBaggage, List<String> own, List<String> declared) {
        this.inBaggage = inBaggage;
        this.own = own.toArray(String[]::new);
        this.declared = declared.toArray(String[]::new);
    }

    /** As the executor sees it that asks. */
    WorkerHome here() {
        Path folder = inBaggage ? Path.of(SparkFiles.get(PackedBaggage.NAME)).toAbsolutePath().normalize() : Path.of("");
        return new WorkerHome(in(folder, own), in(folder, declared), folder);
    }

    private String in(Path folder, String[] entries) {
        return Arrays.stream(entries)
                .map(entry -> inBaggage ? folder.resolve(entry).toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
