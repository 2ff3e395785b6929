package org.converge4j.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of an experiment: one file a run, each written whole or not at all. */
public final class RecordStore {
    private static final String SUFFIX = ".json";

    private final Path folder;

    /**
     * The store of a results folder.
     *
     * @param results the folder that holds {@code runs/}
     */
    public RecordStore(Path results) {
        this.folder = results.resolve("runs");
    }

    /** The ids that have a file, whatever is in it. */
    public Set<String> ids() {
        return files().map(RecordStore::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The record of an id. */
    public RunRecord read(String id) {
        return read(file(id));
    }

    /** Keeps a record: a temporary file, forced to disk, then renamed; readers see all of it or nothing. */
    public void write(String id, String record) {
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve(id + ".tmp");
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap((record + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads every record in turn, and names those that are damaged. */
    public void readAll(Consumer<RunRecord> sink, Consumer<String> damaged) {
        files().sorted().forEach(file -> {
            try {
                sink.accept(read(file));
            } catch (DamagedRecordException broken) {
                damaged.accept(file.getFileName() + ": " + broken.getMessage());
            }
        });
    }

    private RunRecord read(Path file) {
        try {
            return RecordFormat.read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(f -> f.toString().endsWith(SUFFIX)).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
