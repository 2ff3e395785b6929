package org.converge4j.result;

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
        String converge4j, String dl4j, String backend, String java, String system, String processor, int threads) {}
