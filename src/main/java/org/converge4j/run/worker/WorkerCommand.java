package org.converge4j.run.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.UserJars;

/** How a worker's virtual machine is started. */
public final class WorkerCommand {
    /** A small young generation collected often: ND4J frees native memory only when Java objects are collected. */
    private static final List<String> MEMORY = List.of("-XX:+UseSerialGC", "-Xmn20m", "-XX:SurvivorRatio=2");

    /** What compilers have let go is given back to the system once a second, where this version of Java can. */
    private static final List<String> GIVEN_BACK =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=1000");

    /**
     * An archive that lies where it was made for is shared by all processes; moved, as is usual, each has a copy. A brief worker has one: to
     * copy its pages one by one, once several threads run, takes longer than to copy all at the start.
     */
    private static final List<String> IN_PLACE =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    private static final List<String> ND4J = List.of(
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            "-Dorg.deeplearning4j.crash.reporting.enabled=false",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    /**
     * A crash is told on standard error, which the parent reads, and leaves no file wherever the worker happens to stand; nor do
     * Java's counters, in a {@code /tmp} that may be full.
     */
    private static final List<String> NO_FILES =
            List.of("-XX:+ErrorFileToStderr", "-XX:-CreateCoredumpOnCrash", "-XX:-UsePerfData");

    /**
     * Leaves out the optimising compiler, which takes seconds of processor time before it pays. The numbers stay the same:
     * Java's arithmetic is that of IEEE 754 under every compiler.
     */
    static final String BRIEF = "-XX:TieredStopAtLevel=1";

    /**
     * Of the quick compiler one thread is enough: two compile what would soon not be asked for. It need not ask the system before each
     * method whether there is memory for another.
     */
    private static final List<String> ONE_COMPILER =
            List.of("-XX:CICompilerCount=1", "-XX:-UseDynamicNumberOfCompilerThreads");

    /** So large a young generation that few collections, which all of them wait for, fall into brief work. */
    private static final String SELDOM = "-Xmn64m";

    /** JDK 24 and later warn of what ND4J does; JDK 17 does not know the second option. */
    private static final List<String> NATIVE_ACCESS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final int FIRST_TO_WARN = 24;

    /** Where the launcher keeps the worker's archive of loaded classes; without it, or with a stale one, starting takes longer. */
    private static final String ARCHIVE = "converge.worker.archive";

    /** How the name of one ends that also holds how classes are linked, as JDK 24 and later write it. */
    private static final String LINKED = ".aot";

    private WorkerCommand() {}

    /**
     * A process for something brief with this virtual machine's Java, one BLAS thread, talking through pipes.
     *
     * @param arguments of the main class
     */
    public static ProcessBuilder brief(WorkerHome home, Class<?> main, String... arguments) {
        return builder(home, brief(), main, arguments);
    }

    /**
     * A worker with this virtual machine's Java.
     *
     * @param isBrief whether it is to be fast at once rather than in the long run
     */
    public static ProcessBuilder worker(WorkerHome home, boolean isBrief) {
        return builder(home, isBrief ? brief() : IN_PLACE, WorkerMain.class);
    }

    private static List<String> brief() {
        List<String> options = new ArrayList<>(List.of(BRIEF, SELDOM));
        options.addAll(ONE_COMPILER);
        options.addAll(LargePages.options());
        return options;
    }

    private static ProcessBuilder builder(WorkerHome home, List<String> compiler, Class<?> main, String... arguments) {
        List<String> ours = new ArrayList<>(compiler);
        if (Runtime.version().feature() >= FIRST_TO_WARN) {
            ours.addAll(NATIVE_ACCESS);
        }
        String archive = System.getProperty(ARCHIVE);
        if (archive != null && Files.exists(Path.of(archive))) {
            ours.addAll(List.of(
                    (archive.endsWith(LINKED) ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
                    "-Xlog:disable"));
        }
        return builder(Path.of(System.getProperty("java.home"), "bin", "java"), home, ours, main, arguments);
    }

    /**
     * A worker under another Java, with nothing that one version alone knows.
     *
     * @param java its executable
     */
    public static ProcessBuilder under(Path java, WorkerHome home) {
        return builder(java, home, List.of(), WorkerMain.class);
    }

    private static ProcessBuilder builder(
            Path java, WorkerHome home, List<String> more, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(MEMORY);
        command.addAll(GIVEN_BACK);
        command.addAll(ND4J);
        command.addAll(NO_FILES);
        command.addAll(more);
        command.add("-D" + UserJars.DECLARED + "=" + home.declared());
        command.addAll(List.of("-cp", home.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(home.folder().toAbsolutePath().toFile());
        BlasKernel.settle(builder.environment());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        return builder;
    }
}
