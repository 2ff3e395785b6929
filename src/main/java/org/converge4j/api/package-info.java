/**
 * Experiments from Java code: a builder that takes your own DL4J network and data, trains as the command line does, and gives
 * the comparison back. It writes what the command line would read, so that the results folder is the same.
 */
@NullMarked
package org.converge4j.api;

import org.jspecify.annotations.NullMarked;
