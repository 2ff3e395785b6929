/**
 * Reads records faster than a parser of any JSON does: what most of them have in common, and the curves, which are most of their text.
 * Nothing here knows of files.
 */
@NullMarked
package org.converge4j.result.reading;

import org.jspecify.annotations.NullMarked;
