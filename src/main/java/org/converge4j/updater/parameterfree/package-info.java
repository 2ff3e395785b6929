/** Rules that find their rate themselves, from distances, bets or the loss. */
@NullMarked
package org.converge4j.updater.parameterfree;

import org.jspecify.annotations.NullMarked;
