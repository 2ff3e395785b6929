package org.converge4j.catalog;

/** The settings of an updater. Implementations are named in a service file of this interface's name. */
public interface UpdaterSettings extends Settings {}
