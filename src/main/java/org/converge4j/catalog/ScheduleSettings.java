package org.converge4j.catalog;

/** The settings of a learning-rate schedule. Implementations are named in a service file of this interface's name. */
public interface ScheduleSettings extends Settings {}
