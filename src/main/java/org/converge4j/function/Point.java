package org.converge4j.function;

/** A place (x, y) in the plane. */
public record Point(double x, double y) {}
