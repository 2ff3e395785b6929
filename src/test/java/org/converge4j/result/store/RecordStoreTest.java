package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.result.Released;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are one file each; whatever else lies among them is named, and moved only when asked. */
class RecordStoreTest {
    private static final String ID = "4271d4d5ffd38035badd";

    @TempDir
    Path folder;

    private final List<RunRecord> runs = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();

    @Test
    void what_is_written_is_read_in_order_of_names() {
        RecordStore store = new RecordStore(folder);
        store.prepare();
        for (Path file : Released.files()) {
            String text = Released.text(file);
            store.write(RecordFormat.read(text).id(), text);
        }

        store.survey(runs::add, damages::add);

        assertThat(damages).isEmpty();
        assertThat(runs).extracting(run -> run.id() + ".json").containsExactlyElementsOf(names(Released.files()));
        assertThat(names(listed("runs"))).isEqualTo(names(Released.files()));
        assertThat(listed("runs").get(0))
                .hasSameTextualContentAs(Released.files().get(0));
    }

    @Test
    void equal_problems_trials_and_machines_are_one_object() {
        new RecordStore(Released.FOLDER).survey(runs::add, damages::add);

        assertThat(runs.get(1).facts()).isSameAs(runs.get(0).facts());
        assertThat(runs.get(1).environment()).isSameAs(runs.get(0).environment());
        assertThat(runs.stream()
                        .map(run -> System.identityHashCode(run.spec().trial()))
                        .distinct())
                .hasSize(3);
        assertThat(runs).extracting(run -> run.spec().seed()).contains(1L, 2L, 3L);
    }

    @Test
    void a_store_that_remembers_reads_no_file_twice_and_gives_none_that_is_gone() throws IOException {
        RecordStore store = new RecordStore(folder, true);
        store.prepare();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : Released.files()) {
            texts.put(RecordFormat.read(Released.text(file)).id(), Released.text(file));
        }
        store.write(texts);
        Files.writeString(listed("runs").get(0), "changed meanwhile");
        Files.delete(listed("runs").get(1));

        store.survey(runs::add, damages::add);

        assertThat(damages).isEmpty();
        List<String> left = names(Released.files());
        left.remove(1);
        assertThat(runs).extracting(run -> run.id() + ".json").containsExactlyElementsOf(left);
        assertThat(runs.get(0))
                .isEqualTo(RecordFormat.read(Released.text(Released.files().get(0))));
        new RecordStore(folder).survey(run -> {}, damages::add);
        assertThat(damages).hasSize(1);
    }

    @Test
    void what_arrives_damaged_is_damaged_when_it_is_read() {
        RecordStore store = new RecordStore(folder, true);
        store.prepare();
        store.write(ID, "half");

        store.survey(runs::add, damages::add);

        assertThat(runs).isEmpty();
        assertThat(damages).singleElement().hasToString(ID + ".json: its checksum does not match its contents");
    }

    @Test
    void of_records_that_are_kept_together_all_are_whole_or_gone() throws IOException {
        RecordStore store = new RecordStore(folder);
        store.prepare();
        Files.createDirectories(folder.resolve("runs/b.json/full")); // in the way of the second
        Map<String, String> three = new LinkedHashMap<>();
        List.of("a", "b", "c").forEach(id -> three.put(id, "text of " + id));

        assertThatThrownBy(() -> store.write(three))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("b.json: a folder is in the way");

        assertThat(names(listed("runs"))).containsExactly("a.json", "b.json");
        assertThat(folder.resolve("runs/a.json")).hasContent("text of a");
    }

    @Test
    void a_folder_without_records_has_none() {
        new RecordStore(folder).survey(runs::add, damages::add);

        assertThat(runs).isEmpty();
        assertThat(damages).isEmpty();
    }

    @Test
    void everything_else_is_named_with_its_reason() throws IOException {
        Path there = Files.createDirectories(folder.resolve("runs"));
        Files.writeString(there.resolve("a.json"), Released.text());
        Files.writeString(there.resolve("b.json"), Released.text().substring(0, 500));
        Files.writeString(there.resolve("c.txt"), "mine");
        Files.createDirectory(there.resolve("d.json"));
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.json"), Released.text());
        Files.createSymbolicLink(there.resolve(ID + ".json"), elsewhere);
        Files.writeString(there.resolve(".x.json.1-1.tmp"), "being written");
        List<String> lines = new ArrayList<>();

        new RecordStore(folder).readAll(runs::add, lines::add);

        assertThat(runs).isEmpty();
        assertThat(lines)
                .containsExactly(
                        ID + ".json: it is no record's file",
                        "a.json: it holds the record of another run, " + ID,
                        "b.json: its checksum does not match its contents",
                        "c.txt: it is no record's file",
                        "d.json: it is no record's file");
    }

    @Test
    void a_record_of_absurd_length_is_not_read() throws IOException {
        Path there = Files.createDirectories(folder.resolve("runs"));
        try (var file = new RandomAccessFile(there.resolve("a.json").toFile(), "rw")) {
            file.setLength((400L << 20) + 1);
        }

        new RecordStore(folder).survey(runs::add, damages::add);

        assertThat(damages)
                .singleElement()
                .extracting(Damage::reason)
                .isEqualTo("it has 419430401 bytes; a record has at most 419430400");
    }

    @Test
    void what_is_set_aside_replaces_nothing() throws IOException {
        Path there = Files.createDirectories(folder.resolve("runs"));
        RecordStore store = new RecordStore(folder);
        for (String text : List.of("first", "second", "third")) {
            Path file = Files.writeString(there.resolve("a.json"), text);
            store.setAside(new Damage(file, ""));
            assertThat(file).doesNotExist();
        }

        assertThat(folder.resolve("damaged/a.json")).hasContent("first");
        assertThat(folder.resolve("damaged/a.json.2")).hasContent("second");
        assertThat(folder.resolve("damaged/a.json.3")).hasContent("third");
        assertThatThrownBy(() -> store.setAside(new Damage(there.resolve("a.json"), "")))
                .isInstanceOf(StorageException.class)
                .hasMessage(there.resolve("a.json") + ": it is not there, or its folder is gone");
    }

    @Test
    void only_the_leftovers_of_the_dead_are_swept_away() throws IOException {
        Path there = Files.createDirectories(folder.resolve("runs"));
        Path dead = Files.writeString(there.resolve(".a.json.999999999999-1.tmp"), "half");
        Path above = Files.writeString(folder.resolve(".report.html.999999999999-7.tmp"), "half");
        Path own = Files.writeString(
                there.resolve(".a.json." + ProcessHandle.current().pid() + "-1.tmp"), "half");
        Path alive = Files.writeString(
                there.resolve(".a.json."
                        + ProcessHandle.current().parent().orElseThrow().pid() + "-1.tmp"),
                "half");
        Path mine = Files.writeString(there.resolve("a.tmp"), "no leftover");
        Path directory = Files.createDirectory(there.resolve(".b.json.999999999999-1.tmp"));

        new RecordStore(folder).prepare();

        assertThat(dead).doesNotExist();
        assertThat(above).doesNotExist();
        assertThat(List.of(own, alive, mine, directory)).allMatch(Files::exists);
    }

    @Test
    void a_store_that_was_not_prepared_refuses_in_one_line() {
        assertThatThrownBy(() -> new RecordStore(folder).write(ID, "{}"))
                .isInstanceOf(StorageException.class)
                .hasMessage(folder.resolve("runs").resolve(ID + ".json") + ": it is not there, or its folder is gone");
    }

    private List<Path> listed(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> names(List<Path> files) {
        return new ArrayList<>(
                files.stream().map(file -> file.getFileName().toString()).toList());
    }
}
