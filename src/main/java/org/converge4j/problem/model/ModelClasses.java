package org.converge4j.problem.model;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.converge4j.catalog.UserJars;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.ProblemException;

/** The classes that a model's JSON may name: those of DL4J and ND4J, and those of places that the user declared. */
final class ModelClasses {
    private static final Pattern DL4J = Pattern.compile("org\\.(deeplearning4j|nd4j)\\.[\\w.$]+");
    private static final Pattern NAME = Pattern.compile("[\\w.$]+");

    private ModelClasses() {}

    /**
     * Refuses a class that may not be named or cannot be loaded.
     *
     * @param found its name
     * @param where file and layer, for the message
     */
    static void check(String found, String where) {
        boolean dl4j = DL4J.matcher(found).matches();
        if (!dl4j && !isDeclared(found)) {
            throw new ProblemException(where + ": "
                    + Mismatch.of("a class of org.deeplearning4j, org.nd4j or a jar given with --jar", found));
        }
        try {
            Class.forName(found, false, ModelClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError unknown) {
            throw new ProblemException(where + ": expected a class "
                    + (dl4j
                            ? "of DL4J 1.0.0-M2.1, found " + found + ", which it does not have"
                            : "that loads, found " + found + ": " + unknown));
        }
    }

    private static boolean isDeclared(String name) {
        String places = System.getProperty(UserJars.DECLARED, "");
        return NAME.matcher(name).matches()
                && Arrays.stream(places.split(Pattern.quote(File.pathSeparator)))
                        .filter(place -> !place.isEmpty())
                        .anyMatch(place -> holds(Path.of(place), name.replace('.', '/') + ".class"));
    }

    private static boolean holds(Path place, String entry) {
        if (Files.isDirectory(place)) {
            return Files.isRegularFile(place.resolve(entry));
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.getEntry(entry) != null;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
