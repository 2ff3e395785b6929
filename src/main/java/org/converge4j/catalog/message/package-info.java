/**
 * What all one-line messages share: text that is safe to print, the nearest of the names that exist, what was expected and found, in
 * a JSON text too, whatever the library that reads it calls it.
 * Messages of one place alone are written there. Values check what they are built from here, and say it in the same words.
 */
@NullMarked
package org.converge4j.catalog.message;

import org.jspecify.annotations.NullMarked;
