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
import org.converge4j.result.Unfinished;

/**
 * Writes files that readers see whole or not at all, even after a loss of power: a temporary one, forced to disk, renamed, and
 * the folder forced to disk as well.
 */
public final class WholeFile {
    private WholeFile() {}

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
        Files.createDirectories(folder(file));
        replace(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.writeTo(writer);
            writer.flush();
        });
    }

    /** Puts bytes in place of a file whose folder exists. */
    static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, out -> out.write(bytes));
    }

    private static void replace(Path file, Bytes bytes) throws IOException {
        Path temporary = Leftovers.temporary(file);
        Runnable undo = () -> discard(temporary);
        Unfinished.begin(undo);
        try {
            Files.createFile(temporary); // fails where a link stands, which opening would follow
            // not a channel: an interrupted thread cannot use those, and a record must be stored even then
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                bytes.writeTo(out);
                out.getFD().sync();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            discard(temporary);
            throw of(file, temporary, failure);
        } finally {
            Unfinished.end(undo);
        }
        sync(folder(file));
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

    /** A text that is written bit by bit. */
    @FunctionalInterface
    public interface Text {
        /** Writes all of it. */
        void writeTo(Writer writer) throws IOException;
    }

    /** What a file is to hold. */
    @FunctionalInterface
    private interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }
}
