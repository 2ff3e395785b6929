/**
 * What is compared: an experiment, its problems, trials and runs, as plain values that everything else reads. They know nothing
 * of files, of DL4J or of each other's use; how long and how a trial trains is in training.
 */
@NullMarked
package org.converge4j.experiment;

import org.jspecify.annotations.NullMarked;
