package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.converge4j.QuickStarts;
import org.converge4j.Thorough;
import org.converge4j.result.Released;
import org.converge4j.result.Unfinished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One writer a folder; the second is told who is first. */
class FolderLockTest {
    private static final int PROCESSES = Thorough.or(2, 3);
    private static final int TIMES = Thorough.or(60, 300);

    @TempDir
    Path folder;

    @Test
    void the_second_is_refused_and_told_who_is_first() throws IOException {
        Path results = folder.resolve("a/b");
        String host = InetAddress.getLocalHost().getHostName();
        FolderLock first = FolderLock.take(results);

        assertThat(results.resolve(".lock"))
                .hasContent("process " + ProcessHandle.current().pid() + " on " + host);
        assertThatThrownBy(() -> FolderLock.take(results))
                .isInstanceOf(LockedException.class)
                .hasMessage(results + ": another command is at work here, process "
                        + ProcessHandle.current().pid() + " on " + host
                        + "; wait for it to end, or give another folder with --out.");
        assertThatThrownBy(() -> new Results(folder.resolve("a/../a/b")).lock()).isInstanceOf(LockedException.class);
        first.close();

        assertThat(results).as("nothing came to lie there").doesNotExist();
        FolderLock.take(results).close();
    }

    @Test
    void an_interrupted_thread_leaves_no_lock_behind() throws IOException {
        Files.writeString(folder.resolve(".lock"), "process 999999999 on elsewhere\n"); // so that it is ours
        Files.writeString(folder.resolve("report.md"), "mine");
        Thread.currentThread().interrupt();

        FolderLock lock = new Results(folder).lock();
        assertThat(folder.resolve(".lock"))
                .content()
                .contains(Long.toString(ProcessHandle.current().pid()));
        lock.close();

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(folder.toFile().list()).containsExactly("report.md");
    }

    @Test
    void a_process_that_ends_at_once_waits_for_a_lock_that_is_being_given_back() throws InterruptedException {
        Path results = folder.resolve("results");
        for (int time = 0; time < 20; time++) { // with the lock given up before its file went, one in twenty was left
            Thread giving = new Thread(FolderLock.take(results)::close);
            AtomicBoolean left = new AtomicBoolean(true);
            giving.start();
            Unfinished.abandon(() -> left.set(Files.exists(results)));
            giving.join();

            assertThat(left).isFalse();
        }
    }

    @Test
    void a_lock_file_that_a_dead_process_left_holds_nobody_up() throws IOException {
        Files.writeString(folder.resolve(".lock"), "process 999999999 on elsewhere\n");
        Files.writeString(folder.resolve("report.md"), "mine");

        new Results(folder).lock().close();

        assertThat(folder.toFile().list()).containsExactly("report.md");
        assertThat(folder.resolve("report.md")).hasContent("mine");
    }

    @Test
    void a_folder_that_cannot_be_is_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> FolderLock.take(file))
                .isInstanceOf(StorageException.class)
                .hasMessage(file + ": cannot create the results folder: the file " + file + " is in the way");
        assertThatThrownBy(() -> FolderLock.take(file.resolve("below"))).isInstanceOf(StorageException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void where_nothing_can_be_made_that_is_said_and_that_nothing_was_done() {
        assertThatThrownBy(() -> FolderLock.take(Path.of("/proc/x/y")))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refused -> assertThat(refused.isFromTheStart()).isTrue())
                .hasMessage("/proc/x/y: cannot create the results folder: nothing can be made in /proc");
    }

    @Test
    void a_folder_that_is_deleted_under_its_lock_is_none_of_its_business() throws IOException {
        Path results = folder.resolve("gone");
        FolderLock lock = FolderLock.take(results);
        Files.delete(results.resolve(".lock"));
        Files.delete(results);

        lock.close();

        assertThat(results).doesNotExist();
        FolderLock.take(results).close();
    }

    @Test
    void the_operating_system_knows_of_the_lock() throws IOException {
        FolderLock lock = FolderLock.take(folder);
        try (FileChannel other = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> {
                        try (FileLock second = other.tryLock()) {
                            throw new AssertionError(second);
                        }
                    })
                    .isInstanceOf(OverlappingFileLockException.class);
        } finally {
            lock.close();
        }
    }

    @Test
    void a_part_says_so_and_gives_the_folder_back() {
        Path results = folder.resolve("part");
        try (FolderLock part = FolderLock.takePart(results, 1, 2)) {
            assertThat(part).isNotNull();
            assertThat(results.resolve(".lock")).hasContent("a shard");
            assertThatThrownBy(() -> FolderLock.take(results)).isInstanceOf(LockedException.class);
        }
        assertThat(results).as("nothing came to lie there").doesNotExist();
    }

    @Test
    void taken_and_given_back_by_many_at_once_it_is_never_held_twice() throws Exception {
        Path results = folder.resolve("busy");
        new Results(results).describe(new Results(Released.FOLDER).experiment(), "name: x\n");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            List<String> command = new ArrayList<>(QuickStarts.java());
            command.addAll(List.of(
                    "-Dconverge.thorough=" + Thorough.IS,
                    "-cp",
                    System.getProperty("java.class.path"),
                    LockUser.class.getName(),
                    results.toString(),
                    folder.resolve("held").toString()));
            processes.add(new ProcessBuilder(command).redirectErrorStream(true).start());
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
        assertThat(results.toFile().list()).containsExactlyInAnyOrder("experiment.yaml", "experiment.json");
    }

    /** Takes the lock again and again; a file that only its holder makes must never be there already. */
    static final class LockUser {
        public static void main(String[] arguments) throws IOException {
            Path results = Path.of(arguments[0]);
            Path mine = Path.of(arguments[1]);
            for (int held = 0; held < TIMES; ) {
                try {
                    FolderLock lock = FolderLock.take(results);
                    Files.createFile(mine);
                    Files.delete(mine);
                    lock.close();
                    held++;
                } catch (LockedException another) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
