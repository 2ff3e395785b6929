package org.converge4j.run.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A standalone cluster on the loopback device: a master and two workers of one processor each, from Maven's jars. */
final class Cluster implements AutoCloseable {
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LONGEST_SECONDS = 60;
    private static final long LOOK_MILLIS = 100;

    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private final List<Process> processes = new ArrayList<>();

    private Cluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.environment = Map.of(
                "SPARK_HOME", folder.resolve("home").toString(),
                "SPARK_LOCAL_IP", LOOPBACK,
                "SPARK_SCALA_VERSION", "2.13",
                "JAVA_HOME", System.getProperty("java.home"),
                Crashing.NOTES, folder.resolve("notes.txt").toString());
    }

    /** Starts a cluster whose files go to a folder. */
    static Cluster start(Path folder) throws IOException, InterruptedException {
        Cluster cluster = new Cluster(folder, freePort());
        cluster.install();
        cluster.launch("master", "org.apache.spark.deploy.master.Master", "--port", Integer.toString(cluster.port));
        for (String worker : List.of("one", "two")) {
            Path work = folder.resolve(worker);
            cluster.launch(worker, "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", work.toString(), cluster.url());
        }
        cluster.await("master", "Registering worker", 2);
        return cluster;
    }

    /** Its address. */
    String url() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /** The environment of its processes. */
    Map<String, String> environment() {
        return environment;
    }

    /** Where {@link Crashing} notes. */
    Path notes() {
        return folder.resolve("notes.txt");
    }

    /** Kills a worker and the executors that it has started, forcibly. */
    void killOneWorker() {
        Process worker = processes.remove(1);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    /** A folder as a Spark distribution has it: executors take their class path from its jars. */
    private void install() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (Path library : List.of(BUILT.resolve("lib"), BUILT.resolve("spark"))) {
            try (Stream<Path> files = Files.list(library)) {
                for (Path jar : files.filter(Cluster::isSparks).toList()) {
                    Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
                }
            }
        }
    }

    /** Libraries that both use lie with ours; workers must not find DL4J but in what the driver sends. */
    private static boolean isSparks(Path jar) {
        return !jar.getFileName().toString().matches("(nd4j|deeplearning4j|datavec|openblas|javacpp|jackson-1|slf4j-simple).*");
    }

    private void launch(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                folder.resolve("home/jars") + File.separator + "*" + File.pathSeparator + logging(),
                main,
                "--host",
                LOOPBACK,
                "--webui-port",
                "0"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(log(name).toFile());
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    private static Path logging() throws IOException {
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("slf4j-simple"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void await(String name, String line, int times) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (Files.readString(log(name)).split(line, -1).length <= times) {
            if (System.nanoTime() > end) {
                throw new AssertionError(Files.readString(log(name)));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends every process of it. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            for (Process process : processes) {
                process.waitFor();
            }
            try (Stream<Path> links = Files.list(folder.resolve("home/jars"))) {
                for (Path link : links.toList()) {
                    Files.delete(link);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
