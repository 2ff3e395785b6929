/**
 * Rules that find their rate themselves, from distances, bets or the loss. Rules that follow a given rate are elsewhere,
 * whatever they do with it.
 */
@NullMarked
package org.converge4j.updater.parameterfree;

import org.jspecify.annotations.NullMarked;
