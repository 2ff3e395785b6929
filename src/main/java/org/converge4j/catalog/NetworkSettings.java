package org.converge4j.catalog;

/** The settings of a network. Implementations are named in a service file of this interface's name. */
public interface NetworkSettings extends Settings {}
