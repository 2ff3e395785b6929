package org.converge4j.result;

/**
 * A trial's network with its updater, ready to use in DL4J.
 *
 * @param java the source of a class {@code Winner} whose {@code configuration()} makes the network's configuration
 * @param json the same configuration as DL4J writes it
 */
public record Model(String java, String json) {}
