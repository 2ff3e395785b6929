package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced whole or not at all, and nothing temporary stays. */
class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void texts_and_bytes_replace_what_was_there_and_make_their_folder() throws IOException {
        Path made = folder.resolve("a/b");
        Path file = made.resolve("file");
        WholeFile.write(file, "näh");
        assertThat(file).hasContent("näh");

        WholeFile.write(file, new byte[] {1, 2, 3});
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});

        WholeFile.write(file, writer -> writer.append("word ").append("by word"));
        assertThat(file).hasContent("word by word");
        assertThat(made.toFile().list()).containsExactly("file");
    }

    @Test
    void a_writer_that_fails_leaves_the_file_as_it_was_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        assertThatThrownBy(() -> WholeFile.write(file, writer -> {
                    writer.append("half of").flush();
                    throw new IOException("disk on fire");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk on fire");

        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void a_folder_in_place_of_the_file_is_refused_and_nothing_temporary_stays() throws IOException {
        Files.createDirectories(folder.resolve("file/full"));

        assertThatThrownBy(() -> WholeFile.write(folder.resolve("file"), "text"))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder.resolve("file") + ": a folder is in the way");

        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void a_folder_that_is_gone_is_said() {
        assertThatThrownBy(() -> WholeFile.replace(folder.resolve("gone/file"), new byte[1]))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> WholeFile.write(Path.of("/"), "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/ has no folder");
    }
}
