/**
 * Records and measurements in a folder: written whole or not at all, checked when read, locked while one writes. The format is
 * the contract with other tools. What the numbers mean is for the analysis.
 */
@NullMarked
package org.converge4j.result.store;

import org.jspecify.annotations.NullMarked;
