/**
 * What a run or a measurement leaves behind, as values: outcome, curve, metrics, environment. How they are kept in files is in
 * store; nothing here knows how runs are made.
 */
@NullMarked
package org.converge4j.result;

import org.jspecify.annotations.NullMarked;
