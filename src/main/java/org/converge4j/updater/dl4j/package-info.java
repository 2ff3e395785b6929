/**
 * Updaters that DL4J ships, under our names and bounds, computed by DL4J. Rules that are written out here in Java are
 * elsewhere.
 */
@NullMarked
package org.converge4j.updater.dl4j;

import org.jspecify.annotations.NullMarked;
