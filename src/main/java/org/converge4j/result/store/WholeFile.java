package org.converge4j.result.store;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.converge4j.result.Unfinished;

/**
 * Writes files that readers see whole or not at all, even after a loss of power: a temporary one, forced to disk, renamed, and
 * the folder forced to disk as well.
 */
public final class WholeFile {
    /** Threads that wait for the disk; those of files that are written together wait together. */
    private static final int WAITING = 32;

    private static final Executor DISK = disk();

    private WholeFile() {}

    private static Executor disk() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(WAITING, WAITING, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "disk");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Puts a text in place of a file, making its folder if need be. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts bytes in place of a file, making its folder if need be. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(folder(file));
        replace(file, bytes);
    }

    /** Puts what is written in place of a file, making its folder if need be; for texts that need not fit into memory. */
    public static void write(Path file, Text text) throws IOException {
        stream(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.writeTo(writer);
            writer.flush();
        });
    }

    /** Puts bytes that are made one after the other in place of a file, making its folder if need be; they are buffered nowhere. */
    public static void stream(Path file, Bytes bytes) throws IOException {
        Files.createDirectories(folder(file));
        replace(file, bytes);
    }

    /** Puts bytes in place of a file whose folder exists. */
    static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, out -> out.write(bytes));
    }

    private static void replace(Path file, Bytes bytes) throws IOException {
        replace(Map.of(file, bytes), () -> {});
    }

    /**
     * Puts bytes in place of files of one folder, which exists; all are forced to disk before any of them is there.
     *
     * @param meanwhile is done while the disk is waited for
     */
    static void replaceAll(Map<Path, byte[]> files, Runnable meanwhile) throws IOException {
        Map<Path, Bytes> written = new LinkedHashMap<>();
        files.forEach((file, bytes) -> written.put(file, out -> out.write(bytes)));
        replace(written, meanwhile);
    }

    private static void replace(Map<Path, Bytes> files, Runnable meanwhile) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        try {
            for (Map.Entry<Path, Bytes> file : files.entrySet()) {
                Draft draft = Draft.begin(file.getKey());
                drafts.add(draft);
                draft.write(file.getValue());
            }
            force(drafts, meanwhile);
            for (Draft draft : drafts) {
                draft.take();
            }
        } finally {
            drafts.forEach(Draft::end);
        }
        sync(folder(drafts.get(0).file));
    }

    /** All at once: a disk then takes them together, and one after the other each waits for a turn of its own. */
    private static void force(List<Draft> drafts, Runnable meanwhile) throws IOException {
        Executor threads = drafts.size() > 1 ? DISK : Runnable::run;
        List<CompletableFuture<Optional<IOException>>> forced = drafts.stream()
                .map(draft -> CompletableFuture.supplyAsync(draft::forced, threads))
                .toList();
        try {
            meanwhile.run();
        } finally {
            forced.forEach(CompletableFuture::join);
        }
        for (CompletableFuture<Optional<IOException>> one : forced) {
            if (one.join().isPresent()) {
                throw one.join().get();
            }
        }
    }

    /** What failed is the file to whoever asked for it; nobody else knows the temporary one. */
    private static IOException of(Path file, Path temporary, IOException failure) {
        if (!(failure instanceof FileSystemException known)
                || !temporary.toString().equals(known.getFile())) {
            return failure;
        }
        FileSystemException named = new FileSystemException(
                file.toString(), null, Files.isDirectory(file) ? "a folder is in the way" : known.getReason());
        if (known instanceof AccessDeniedException) {
            named = new AccessDeniedException(file.toString());
        } else if (known instanceof NoSuchFileException) {
            named = new NoSuchFileException(file.toString());
        }
        named.initCause(failure);
        return named;
    }

    /** Forces a folder's entries to disk, where the system lets folders be opened. */
    static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** What cannot be deleted is swept away by the next who writes here. */
    private static void discard(Path temporary) {
        temporary.toFile().delete();
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " has no folder");
        }
        return folder;
    }

    /** What is to become a file: a temporary one beside it, until it is ended. */
    private static final class Draft {
        private final Path file;
        private final Path temporary;
        private final Runnable undo;

        /** No channel: an interrupted thread cannot use those, and a record must be stored even then. */
        private final FileOutputStream out;

        private boolean taken;

        private Draft(Path file, Path temporary, Runnable undo, FileOutputStream out) {
            this.file = file;
            this.temporary = temporary;
            this.undo = undo;
            this.out = out;
        }

        static Draft begin(Path file) throws IOException {
            Path temporary = Leftovers.temporary(file);
            Runnable undo = () -> discard(temporary);
            Unfinished.begin(undo);
            try {
                Files.createFile(temporary); // fails where a link stands, which opening would follow
                return new Draft(file, temporary, undo, new FileOutputStream(temporary.toFile()));
            } catch (IOException failure) {
                discard(temporary);
                Unfinished.end(undo);
                throw of(file, temporary, failure);
            }
        }

        void write(Bytes bytes) throws IOException {
            try {
                bytes.writeTo(out);
            } catch (IOException failure) {
                throw of(file, temporary, failure);
            }
        }

        /** Forces it to disk; why that failed. */
        Optional<IOException> forced() {
            try (out) {
                out.getFD().sync();
                return Optional.empty();
            } catch (IOException failure) {
                return Optional.of(of(file, temporary, failure));
            }
        }

        void take() throws IOException {
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                taken = true;
            } catch (IOException failure) {
                throw of(file, temporary, failure);
            }
        }

        /** What it did not become stays as it was. */
        void end() {
            if (!taken) {
                close();
                discard(temporary);
            }
            Unfinished.end(undo);
        }

        private void close() {
            try {
                out.close();
            } catch (IOException lost) {
                // with what is discarded
            }
        }
    }

    /** A text that is written bit by bit. */
    @FunctionalInterface
    public interface Text {
        /** Writes all of it. */
        void writeTo(Writer writer) throws IOException;
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Bytes {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }
}
