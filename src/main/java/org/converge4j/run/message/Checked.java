package org.converge4j.run.message;

/**
 * Something to know of trials before they are trained.
 *
 * @param line for the user
 * @param refuses whether nothing is to be trained because of it
 */
public record Checked(String line, boolean refuses) {}
