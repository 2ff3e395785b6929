package org.converge4j.result.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Results could not be read or kept; the message is one line that says which file and why. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean fromTheStart;

    public StorageException(Path file, IOException cause) {
        this(file + ": " + why(cause), cause);
    }

    StorageException(String message, IOException cause) {
        this(message, cause, false);
    }

    private StorageException(String message, IOException cause, boolean fromTheStart) {
        super(message, cause);
        this.fromTheStart = fromTheStart;
    }

    /** The results folder that was asked for cannot be one, as was found before anything else was done. */
    static StorageException noFolder(String what, IOException cause) {
        return new StorageException(what + ": " + why(cause), cause, true);
    }

    /** Whether nothing can have been recorded, for there can be no such folder. */
    public boolean isFromTheStart() {
        return fromTheStart;
    }

    /** What could not be done, and where, and the reason. */
    static StorageException because(String what, IOException cause) {
        return new StorageException(what + ": " + why(cause), cause);
    }

    /** One line for any failure of a file, with the file's name if the failure knows it. */
    public static String describe(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        return cause instanceof FileSystemException known && known.getFile() != null
                ? known.getFile() + ": " + why(known)
                : why(cause);
    }

    private static String file(FileSystemException failure) {
        return failure.getFile() == null ? "a file" : "the file " + failure.getFile();
    }

    private static String why(@Nullable IOException cause) {
        if (cause == null) {
            return "it cannot be read or written";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) { // a stream's word for it
            return "it is not there, or its folder is gone";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return file((FileSystemException) cause) + " is in the way";
        }
        if (cause instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
