package org.converge4j.run.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

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
        StringJoiner declared = new StringJoiner(File.pathSeparator);
        for (Path jar : jars) {
            declared.add(jar.toAbsolutePath().normalize().toString());
        }
        return new WorkerHome(System.getProperty("java.class.path"), declared.toString(), Path.of(""));
    }

    /** All of it. */
    String classPath() {
        return declared.isEmpty() ? own : own + File.pathSeparator + declared;
    }
}
