package org.converge4j.result;

import org.converge4j.catalog.message.Checks;

/**
 * What could explain a number: versions and machine, no names of people or places.
 *
 * @param converge4j our version
 * @param dl4j its version, and ND4J's
 * @param backend ND4J's backend and BLAS
 * @param java runtime version and virtual machine
 * @param system operating system and architecture
 * @param processor its model
 * @param threads BLAS and OpenMP threads of a worker
 */
public record Environment(
        String converge4j, String dl4j, String backend, String java, String system, String processor, int threads) {
    public Environment {
        converge4j = name(converge4j);
        dl4j = name(dl4j);
        backend = name(backend);
        java = name(java);
        system = name(system);
        processor = name(processor);
    }

    private static String name(String text) {
        return Checks.text(text, "a name of the environment", Checks.LONGEST_NAME);
    }
}
