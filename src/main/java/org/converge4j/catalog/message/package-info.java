/**
 * What all one-line messages share: text that is safe to print, the nearest of the names that exist, what was expected and found.
 * Messages of one place alone are written there.
 */
@NullMarked
package org.converge4j.catalog.message;

import org.jspecify.annotations.NullMarked;
