/**
 * What can be done around any updater, such as averaging, looking ahead or masking: a small record each, with its equation and
 * its source. Rules that are whole by themselves are in the other rooms.
 */
@NullMarked
package org.converge4j.updater.around;

import org.jspecify.annotations.NullMarked;
