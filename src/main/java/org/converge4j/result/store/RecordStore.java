package org.converge4j.result.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.converge4j.result.RunRecord;
import org.converge4j.result.Sharing;

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

    /**
     * The store of a results folder.
     *
     * @param results the folder that holds {@code runs/}
     */
    public RecordStore(Path results) {
        this.results = results;
        this.folder = results.resolve("runs");
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

    /**
     * Keeps a record, in a store that was prepared.
     *
     * @throws StorageException if it cannot; all that was kept before stays as it is
     */
    public void write(String id, String record) {
        Path file = folder.resolve(id + SUFFIX);
        try {
            WholeFile.replace(file, (record + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new StorageException(file, failure);
        }
    }

    /** Reads every record in turn, and names those that are damaged. */
    public void readAll(Consumer<RunRecord> sink, Consumer<String> damaged) {
        survey(sink, damage -> damaged.accept(damage.toString()));
    }

    /** Reads every record, by name, and gives whatever else lies among them. */
    public void survey(Consumer<RunRecord> sink, Consumer<Damage> damaged) {
        Sharing sharing = new Sharing();
        List<Path> files = files();
        for (int from = 0; from < files.size(); from += TOGETHER) {
            List<Examined> some = files.subList(from, Math.min(files.size(), from + TOGETHER)).parallelStream()
                    .map(RecordStore::examine)
                    .toList();
            for (Examined one : some) {
                one.run().ifPresent(run -> sink.accept(sharing.share(run)));
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

    private static Examined examine(Path file) {
        try {
            return new Examined(Optional.of(read(file)), Optional.empty());
        } catch (DamagedRecordException broken) {
            return new Examined(Optional.empty(), Optional.of(new Damage(file, String.valueOf(broken.getMessage()))));
        }
    }

    private static RunRecord read(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DamagedRecordException("it is no record's file");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new DamagedRecordException(
                        "it has " + Files.size(file) + " bytes; a record has at most " + LONGEST);
            }
            RunRecord run = RecordFormat.read(Files.readAllBytes(file));
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
