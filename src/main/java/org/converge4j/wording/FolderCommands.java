package org.converge4j.wording;

import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that go on with what a results folder holds.
 *
 * @param folder as commands name it
 * @param jars that its updaters and the like come from, as commands name them; without them the experiment would be refused
 */
public record FolderCommands(String folder, List<String> jars) {
    /** Those of a folder whose experiment names nothing but what ships with this program. */
    public static FolderCommands of(String folder) {
        return new FolderCommands(folder, List.of());
    }

    /** Trains what is missing and reports. */
    public String run(String... options) {
        Stream<String> words = Stream.of("run", folder + "/experiment.yaml");
        Stream<String> own = jars.stream().flatMap(jar -> Stream.of("--jar", jar));
        return Commands.of(
                Stream.of(words, Stream.of(options), own).flatMap(part -> part).toArray(String[]::new));
    }

    /** The same, with its results in this folder, be it the experiment's usual one or not. */
    public String runHere(String... options) {
        return run(Stream.concat(Stream.of("--out", folder), Stream.of(options)).toArray(String[]::new));
    }

    /** Reports on what is there, for which no jar is needed. */
    public String report() {
        return Commands.of("report", folder);
    }
}
