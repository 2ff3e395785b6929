/**
 * Whether a trial got worse between two folders of records. Comparing updaters with each other is the business of the package
 * above.
 */
@NullMarked
package org.converge4j.analysis.change;

import org.jspecify.annotations.NullMarked;
