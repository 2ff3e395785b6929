package org.converge4j.run.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.RecordStore;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a real cluster: the numbers of one machine, whoever dies. */
class SparkIT {
    private static final long LOOK_MILLIS = 20;

    private static final String SWEEP = """
            name: spark
            problem: { name: line, data: { csv: { file: ../line.csv, target: y } }, network: linear }
            updaters: [%s]
            seeds: 2
            budget: { steps: %d }
            record: log
            """;

    @TempDir
    static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = Cluster.start(Files.createDirectories(folder.resolve("cluster")));
        Files.createDirectories(folder.resolve("experiments"));
        Files.writeString(folder.resolve("line.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_run_that_crashes_fails_alone_after_two_tries_and_the_others_are_those_of_one_machine_byte_for_byte()
            throws IOException, InterruptedException {
        String both = experiment("both", "sgd, adam, crashing", 50);
        try (Driver driver = onCluster(both, "both", "--jar", userJar().toString())) {
            assertThat(driver.code()).as(driver.err()).isEqualTo(3);
            assertThat(driver.err()).doesNotContain("\tat ");
        }
        here(experiment("good", "sgd, adam", 50), "good");

        assertThat(files("both")).containsAllEntriesOf(files("good")).hasSize(6);
        assertThat(records("both"))
                .filteredOn(run -> run.spec().trial().updater().variant().equals("crashing"))
                .hasSize(2)
                .allSatisfy(run -> {
                    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(run.reason()).startsWith("its worker was killed by signal 6");
                });
        assertThat(cluster.notes()).hasContent("crashed\n".repeat(4));
    }

    @Test
    void a_worker_and_its_executor_that_are_killed_cost_nothing_but_time() throws IOException, InterruptedException {
        String file = experiment("killed", "sgd, adam, momentum, nadam, adaMax", 100_000);
        try (Driver driver = onCluster(file, "killed")) {
            while (driver.isAlive() && count("killed") == 0) {
                Thread.sleep(LOOK_MILLIS);
            }
            assertThat(count("killed")).isLessThan(10);
            cluster.killOneWorker();
            assertThat(driver.code()).as(driver.err()).isZero();
            assertThat(driver.err().lines().filter(line -> line.startsWith("training: ")))
                    .last()
                    .asString()
                    .isEqualTo("training: 1000000 of 1000000 steps, 10 of 10 runs");
        }
        here(file, "undisturbed");

        assertThat(files("killed")).isEqualTo(files("undisturbed"));
    }

    @Test
    void an_executor_without_the_users_jar_says_so_in_one_line() throws IOException, InterruptedException {
        String file = experiment("missing", "crashing", 50);
        Path built = Path.of("target").toAbsolutePath();
        List<String> onDriverAlone = List.of(built.resolve("spark") + "/*", userJar().toString());
        List<String> command = command(file, "missing", "--quiet", "--on", "spark", "--master", cluster.url());
        try (Driver driver = Driver.with(onDriverAlone, folder, cluster.environment(), command)) {
            assertThat(driver.code()).as(driver.err()).isEqualTo(2);
            assertThat(driver.err()).contains("crashing", "--jar").hasLineCount(1);
        }
    }

    @Test
    void a_master_that_does_not_answer_is_named_in_one_line() throws IOException, InterruptedException {
        String file = experiment("silent", "sgd", 50);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "spark://127.0.0.1:" + silent.getLocalPort();
            List<String> command = command(file, "silent", "--quiet", "--on", "spark", "--master", url);
            try (Driver driver = Driver.launch(folder, cluster.environment(), command)) {
                assertThat(driver.code()).as(driver.err()).isEqualTo(2);
                assertThat(driver.err())
                        .startsWith("--master: " + url + " does not take us: it has not answered for 20 s; we speak Spark ")
                        .hasLineCount(1);
            }
        }
        assertThat(folder.resolve("results/silent")).doesNotExist();
    }

    @Test
    void a_master_that_is_not_there_and_spark_that_is_not_there_are_one_line() throws IOException, InterruptedException {
        List<String> command = command(experiment("nobody", "sgd", 50), "nobody", "--quiet", "--on", "spark", "--master");
        try (Driver driver = Driver.launch(folder, cluster.environment(), and(command, "spark://127.0.0.1:1"))) {
            assertThat(driver.code()).as(driver.err()).isEqualTo(2);
            assertThat(driver.err())
                    .startsWith("--master: nobody answers at spark://127.0.0.1:1: ")
                    .hasLineCount(1);
        }
        try (Driver driver = Driver.with(List.of(), folder, cluster.environment(), and(command, "local[1]"))) {
            assertThat(driver.code()).as(driver.err()).isEqualTo(2);
            assertThat(driver.err())
                    .startsWith("--on spark: Spark's classes are not on the class path")
                    .hasLineCount(1);
        }
    }

    private static String experiment(String name, String updaters, int steps) throws IOException {
        Path file = folder.resolve("experiments").resolve(name + ".yaml");
        return Files.writeString(file, SWEEP.formatted(updaters, steps)).toString();
    }

    private static List<String> command(String file, String results, String... more) {
        List<String> command = List.of("run", file, "--out", folder.resolve("results").resolve(results).toString());
        return and(command, more);
    }

    private static List<String> and(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    private static Driver onCluster(String file, String results, String... more) throws IOException {
        List<String> command = command(file, results, "--on", "spark", "--master", cluster.url());
        return Driver.launch(folder, cluster.environment(), and(command, more));
    }

    private static void here(String file, String results) throws IOException, InterruptedException {
        try (Driver driver = Driver.launch(folder, cluster.environment(), command(file, results, "--quiet"))) {
            assertThat(driver.code()).as(driver.err()).isZero();
        }
    }

    private static Path userJar() throws IOException {
        Path jar = folder.resolve("crashing.jar");
        String name = Crashing.class.getName();
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/org.converge4j.catalog.UpdaterSettings"));
            zip.write(name.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name.replace('.', '/') + ".class"));
            try (InputStream code = Objects.requireNonNull(Crashing.class.getResourceAsStream("Crashing.class"))) {
                code.transferTo(zip);
            }
        }
        return jar;
    }

    private static int count(String results) throws IOException {
        return Files.isDirectory(runs(results)) ? files(results).size() : 0;
    }

    private static Path runs(String results) {
        return folder.resolve("results").resolve(results).resolve("runs");
    }

    private static Map<String, String> files(String results) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> records = Files.list(runs(results))) {
            for (Path file : records.filter(path -> path.toString().endsWith(".json")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static List<RunRecord> records(String results) {
        List<RunRecord> records = new ArrayList<>();
        new RecordStore(folder.resolve("results").resolve(results)).readAll(records::add, damaged -> {
            throw new AssertionError(damaged);
        });
        return records;
    }
}
