/**
 * What is compared: an experiment, its problems, trials and runs, as plain values. Everything else in the project reads
 * these; they know nothing of files, of DL4J or of each other's use.
 */
@NullMarked
package org.converge4j.experiment;

import org.jspecify.annotations.NullMarked;
