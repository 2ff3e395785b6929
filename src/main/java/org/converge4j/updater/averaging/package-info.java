/** Rules whose loss is measured at an average of what they step through. */
@NullMarked
package org.converge4j.updater.averaging;

import org.jspecify.annotations.NullMarked;
