package org.converge4j.run.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What workers find where they are started.
 *
 * @param own the class path of our code and its libraries
 * @param declared the class path of the user's jars; empty if there are none
 * @param folder in which they stand, and which a relative base is relative to
 */
public record WorkerHome(String own, String declared, Path folder) {
    /** This virtual machine's class path, these jars of the user's, and this folder. */
    public static WorkerHome with(List<Path> jars) {
        String declared = jars.stream()
                .map(jar -> jar.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new WorkerHome(System.getProperty("java.class.path"), declared, Path.of(""));
    }

    /** All of it. */
    String classPath() {
        return declared.isEmpty() ? own : own + File.pathSeparator + declared;
    }
}
