package org.converge4j.catalog;

/** The settings of a function of two variables. Implementations are named in a service file of this interface's name. */
public interface FunctionSettings extends Settings {}
