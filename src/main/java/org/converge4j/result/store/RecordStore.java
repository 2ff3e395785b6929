package org.converge4j.result.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.converge4j.result.RunRecord;
import org.converge4j.result.reading.Sharing;

/** The records of an experiment: one file a run, each written whole or not at all. */
public final class RecordStore {
    private static final String SUFFIX = ".json";

    /** A file of more bytes is not read, whatever it calls itself: a run of ten million points has fewer. */
    private static final long LONGEST = 400L << 20;

    /** Files read at once, by all processors; their records are held until all of them are read. */
    private static final int TOGETHER = 1024;

    /** How deep files are written: {@code winner/PROBLEM/FILE}. */
    private static final int DEEPEST = 3;

    private final Path results;
    private final Path folder;
    private final Sharing sharing = new Sharing(RecordFormat.JSON);

    /** By the names of their files. */
    private final Map<String, RunRecord> known = new ConcurrentHashMap<>();

    private final boolean remembers;

    /**
     * The store of a results folder.
     *
     * @param results the folder that holds {@code runs/}
     */
    public RecordStore(Path results) {
        this(results, false);
    }

    /**
     * The same.
     *
     * @param remembers whether it holds what it has read or written, and reads no file twice
     */
    public RecordStore(Path results, boolean remembers) {
        this.remembers = remembers;
        this.results = results;
        this.folder = results.resolve("runs");
    }

    /** The folder that holds {@code runs/}. */
    public Path results() {
        return results;
    }

    /** Makes room for records. */
    public void open() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /** Makes room for records and clears away what dead writers left half-written; only for who holds the whole lock. */
    public void prepare() {
        open();
        try {
            Leftovers.sweep(results, DEEPEST);
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /** Learns how records are read before there are any. */
    public void expect() {
        sharing.expect();
    }

    /**
     * Keeps a record, in a store that was prepared.
     *
     * @throws StorageException if it cannot; all that was kept before stays as it is
     */
    public void write(String id, String record) {
        write(Map.of(id, record));
    }

    /**
     * Keeps records, none of which is there before all are on the disk.
     *
     * @param records by their ids, at least one
     * @throws StorageException if it cannot; all that was kept before stays as it is
     */
    public void write(Map<String, String> records) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        records.forEach((id, record) ->
                files.put(folder.resolve(id + SUFFIX), (record + "\n").getBytes(StandardCharsets.UTF_8)));
        List<RunRecord> read = new ArrayList<>();
        try {
            WholeFile.replaceAll(files, () -> {
                if (remembers) {
                    files.values().forEach(record -> understood(record).ifPresent(read::add));
                }
            });
        } catch (IOException failure) {
            throw new StorageException(refused(files.keySet(), failure), failure);
        }
        read.forEach(this::remember);
    }

    /** The file that could not be written; of a failure that names none the first, whose disk is that of all. */
    private static Path refused(Set<Path> files, IOException failure) {
        return files.stream()
                .filter(file -> failure instanceof FileSystemException named
                        && file.toString().equals(named.getFile()))
                .findFirst()
                .orElseGet(() -> files.iterator().next());
    }

    /** What was made elsewhere may have been damaged on its way: whoever reads the file says so. */
    private Optional<RunRecord> understood(byte[] record) {
        try {
            return Optional.of(RecordFormat.read(record, sharing));
        } catch (DamagedRecordException damaged) {
            return Optional.empty();
        }
    }

    private RunRecord remember(RunRecord run) {
        if (remembers) {
            known.put(run.id() + SUFFIX, run);
        }
        return run;
    }

    private Optional<RunRecord> remembered(Path file) {
        return Optional.ofNullable(known.get(file.getFileName().toString()));
    }

    /** Reads every record in turn, and names those that are damaged. */
    public void readAll(Consumer<RunRecord> sink, Consumer<String> damaged) {
        survey(sink, damage -> damaged.accept(damage.toString()));
    }

    /** Reads every record, by name, and gives whatever else lies among them. */
    public void survey(Consumer<RunRecord> sink, Consumer<Damage> damaged) {
        List<Path> files = files();
        for (int from = 0; from < files.size(); from += TOGETHER) {
            List<Examined> some = files.subList(from, Math.min(files.size(), from + TOGETHER)).parallelStream()
                    .map(this::examine)
                    .toList();
            for (Examined one : some) {
                one.run().ifPresent(sink);
                one.damage().ifPresent(damaged);
            }
        }
    }

    /** Moves a damaged file out of the way, into {@code damaged/}; where it went. */
    public Path setAside(Damage damage) {
        Path aside = results.resolve("damaged");
        try {
            Files.createDirectories(aside);
            String name = damage.file().getFileName().toString();
            Path free = aside.resolve(name);
            for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
                free = aside.resolve(name + "." + i);
            }
            return Files.move(damage.file(), free);
        } catch (IOException failure) {
            throw new StorageException(damage.file(), failure);
        }
    }

    private Examined examine(Path file) {
        try {
            return new Examined(remembered(file).or(() -> Optional.of(remember(read(file)))), Optional.empty());
        } catch (DamagedRecordException broken) {
            return new Examined(Optional.empty(), Optional.of(new Damage(file, String.valueOf(broken.getMessage()))));
        }
    }

    private RunRecord read(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DamagedRecordException("it is no record's file");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new DamagedRecordException(
                        "it has " + Files.size(file) + " bytes; a record has at most " + LONGEST);
            }
            RunRecord run = RecordFormat.read(Files.readAllBytes(file), sharing);
            if (!name.equals(run.id() + SUFFIX)) {
                throw new DamagedRecordException("it holds the record of another run, " + run.id());
            }
            return run;
        } catch (IOException failure) {
            throw new StorageException(file, failure);
        }
    }

    /** Everything in the folder but what is being written, by name. */
    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> files = new ArrayList<>(
                    listed.filter(file -> !Leftovers.isTemporary(file)).toList());
            files.sort(null);
            return files;
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /** What a file holds: a record, or what is wrong with it. */
    private record Examined(Optional<RunRecord> run, Optional<Damage> damage) {}
}
