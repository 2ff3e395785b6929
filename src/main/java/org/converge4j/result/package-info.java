/**
 * What a run leaves behind: its record, written whole or not at all, checked when read. The format is the contract with other
 * tools; nothing here knows how runs are made.
 */
@NullMarked
package org.converge4j.result;

import org.jspecify.annotations.NullMarked;
