/**
 * Rules whose loss is measured at an average of what they step through. Averages around any updater are in around.
 */
@NullMarked
package org.converge4j.updater.averaging;

import org.jspecify.annotations.NullMarked;
