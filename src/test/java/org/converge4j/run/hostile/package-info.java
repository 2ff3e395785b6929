/** An updater that does what strangers' updaters do at their worst, for the tests of what is left standing. */
@NullMarked
package org.converge4j.run.hostile;

import org.jspecify.annotations.NullMarked;
