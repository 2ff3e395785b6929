package org.converge4j.run.plan;

/**
 * Where runs are trained.
 *
 * @param engine the kind of engine by name
 * @param master the cluster's address; empty on this machine, or to take what the cluster's own configuration says
 */
public record Place(String engine, String master) {
    /** The engine of this machine. */
    public static final String LOCAL = "local";

    /** This machine. */
    public static final Place HERE = new Place(LOCAL, "");
}
