package org.converge4j.catalog;

/** The settings of a data source. Implementations are named in a service file of this interface's name. */
public interface DataSettings extends Settings {}
