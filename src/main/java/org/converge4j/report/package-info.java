/**
 * Reports: writes every file that people read, from a comparison alone. Nothing here or in the rooms below computes a statistic
 * or touches a record.
 */
@NullMarked
package org.converge4j.report;

import org.jspecify.annotations.NullMarked;
