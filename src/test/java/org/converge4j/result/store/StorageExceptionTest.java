package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever a disk says, the user reads the file and the reason. */
class StorageExceptionTest {
    @Test
    void each_refusal_has_its_words() {
        assertThat(line(new AccessDeniedException("f"))).isEqualTo("file: permission denied");
        assertThat(line(new NoSuchFileException("f"))).isEqualTo("file: it is not there, or its folder is gone");
        assertThat(line(new FileNotFoundException("f (No such file or directory)")))
                .isEqualTo("file: it is not there, or its folder is gone");
        assertThat(line(new FileAlreadyExistsException("f"))).isEqualTo("file: the file f is in the way");
        assertThat(line(new NotDirectoryException("f"))).isEqualTo("file: the file f is in the way");
        assertThat(line(new FileSystemException("f", null, "Read-only file system")))
                .isEqualTo("file: Read-only file system");
        assertThat(line(new FileSystemException("f"))).isEqualTo("file: f");
        assertThat(line(new IOException("No space left on device"))).isEqualTo("file: No space left on device");
        assertThat(line(new IOException())).isEqualTo("file: IOException");
    }

    @Test
    void an_exception_that_knows_its_file_names_it() {
        assertThat(StorageException.describe(new UncheckedIOException(new AccessDeniedException("f"))))
                .isEqualTo("f: permission denied");
        assertThat(StorageException.describe(new UncheckedIOException(new IOException("broken pipe"))))
                .isEqualTo("broken pipe");
        assertThat(StorageException.describe(new UncheckedIOException(new FileSystemException(null, null, "odd"))))
                .isEqualTo("odd");
    }

    private static String line(IOException cause) {
        return String.valueOf(new StorageException(Path.of("file"), cause).getMessage());
    }
}
