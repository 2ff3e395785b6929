/**
 * Tests, intervals and resampling on plain numbers, each after its paper. Nothing here knows what an updater or a record is.
 */
@NullMarked
package org.converge4j.analysis.statistics;

import org.jspecify.annotations.NullMarked;
