/**
 * The updaters: one small record each, with its equation and its source. Rules that DL4J has are wrapped, rules that it lacks
 * are written out, and both come out as ordinary DL4J updaters.
 */
@NullMarked
package org.converge4j.updater;

import org.jspecify.annotations.NullMarked;
