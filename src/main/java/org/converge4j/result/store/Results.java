package org.converge4j.result.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Printable;
import org.converge4j.experiment.EarlierReports;
import org.converge4j.experiment.EarlierReports.Look;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Measurement;

/**
 * The folder of an experiment: its description for people and for {@code report}, its runs, its measurements.
 *
 * @param folder where everything lies
 */
public record Results(Path folder) {
    /** Of a description: a hundred thousand trials have fewer bytes. */
    private static final long LONGEST = 256L << 20;

    /** Of every report. */
    private static final String SUMMARY = "summary.csv";

    private static final String LOOKS = "looks.json";

    /** Folders that a message names. */
    private static final int MOST_NAMED = 5;

    /** The folder as commands name it: as seen from the working directory, or by its name alone, which betrays no path. */
    public String name() {
        Path whole = folder.toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        Path shown = whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : whole.getFileName();
        return String.valueOf(shown).replace('\\', '/');
    }

    /** The records. */
    public RecordStore records() {
        return new RecordStore(folder);
    }

    /**
     * The right to write here, until it is closed.
     *
     * @throws LockedException if another command has it
     */
    public FolderLock lock() {
        return FolderLock.take(folder);
    }

    /**
     * Fails where a command that writes here would have to, and writes nothing.
     *
     * @throws StorageException if the folder cannot be created, or not be written
     */
    public void checkWritable() {
        Path there = folder.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw StorageException.noFolder(
                    folder + ": cannot create the results folder", new NotDirectoryException(there.toString()));
        }
        if (!Files.isWritable(there)) {
            throw StorageException.because(
                    folder + ": cannot write into the results folder", new AccessDeniedException(there.toString()));
        }
    }

    /**
     * The measurements by trial key; none where their file is damaged.
     *
     * @param damaged takes their file, if it is
     */
    public Map<String, Measurement> measurements(Consumer<Damage> damaged) {
        return new Measurements(folder).read(damaged);
    }

    /** Keeps the experiment: as YAML to run again, and as JSON, which {@code report} reads without its data files. */
    public void describe(Experiment experiment, String yaml) {
        String json = RecordFormat.JSON.writeValueAsString(experiment) + "\n";
        try {
            if (Files.exists(folder.resolve(SUMMARY)) && isDescribed() && !isDescribedAs(json)) {
                keepLook(experiment);
            }
            WholeFile.write(folder.resolve("experiment.yaml"), yaml);
            WholeFile.write(description(), json);
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    private boolean isDescribedAs(String json) throws IOException {
        return Arrays.equals(Files.readAllBytes(description()), json.getBytes(StandardCharsets.UTF_8));
    }

    /** Notes that the experiment so far was reported, if the next one is another. */
    private void keepLook(Experiment next) throws IOException {
        try {
            Look before = Look.of(experiment());
            if (!before.equals(Look.of(next))) {
                EarlierReports all = looks(damage -> {}).and(before);
                WholeFile.write(folder.resolve(LOOKS), RecordFormat.JSON.writeValueAsString(all) + "\n");
            }
        } catch (DamagedRecordException unreadable) {
            // what was reported is not known
        }
    }

    /**
     * The reports that there were before the experiment was changed; none where their file is damaged.
     *
     * @param damaged takes their file, if it is
     */
    public EarlierReports looks(Consumer<Damage> damaged) {
        Path file = folder.resolve(LOOKS);
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? RecordFormat.read(file, LONGEST, EarlierReports.class)
                    : EarlierReports.NONE;
        } catch (DamagedRecordException unreadable) {
            damaged.accept(new Damage(file, "no looks: " + unreadable.getMessage()));
            return EarlierReports.NONE;
        }
    }

    /** The name of the experiment that was kept here, if it is another. */
    public Optional<String> another(String name) {
        try {
            return isDescribed()
                    ? Optional.of(experiment().name()).filter(kept -> !kept.equals(name))
                    : Optional.empty();
        } catch (DamagedRecordException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether an experiment was kept here. */
    public boolean isDescribed() {
        return Files.isRegularFile(description());
    }

    /**
     * The experiment that was kept.
     *
     * @throws DamagedRecordException if this is not the folder of an experiment
     * @throws ForeignFolderException if links lie in it
     */
    public Experiment experiment() {
        OwnFolder.refuseLinks(folder);
        if (!isDescribed()) {
            throw new DamagedRecordException(folder + ": not a results folder: it has no "
                    + description().getFileName() + near());
        }
        try {
            Experiment experiment = RecordFormat.read(description(), LONGEST, Experiment.class);
            if (experiment.trials().isEmpty() || experiment.seeds().isEmpty()) {
                throw new DamagedRecordException("it has no trials, or no seeds");
            }
            return experiment;
        } catch (DamagedRecordException unreadable) {
            throw new DamagedRecordException(description() + ": not an experiment: " + unreadable.getMessage());
        }
    }

    private Path description() {
        return folder.resolve("experiment.json");
    }

    /** Results folders that may be meant: the one that a file lies in, or those that a folder holds. */
    private String near() {
        Path parent = folder.getParent();
        if (Files.isRegularFile(folder)) {
            return parent != null && new Results(parent).isDescribed() ? "; " + parent + " is one" : "";
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<String> found = inside.filter(each -> new Results(each).isDescribed())
                    .map(each -> Printable.line(each.toString()))
                    .sorted()
                    .toList();
            String more = found.size() > MOST_NAMED ? " and " + (found.size() - MOST_NAMED) + " more" : "";
            return found.isEmpty()
                    ? ""
                    : "; in it are " + found.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more;
        } catch (IOException unreadable) {
            return "";
        }
    }
}
