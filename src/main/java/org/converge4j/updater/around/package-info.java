/** What can be done around any updater: a small record each, with its equation and its source. */
@NullMarked
package org.converge4j.updater.around;

import org.jspecify.annotations.NullMarked;
