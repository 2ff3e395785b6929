/**
 * The lines that parent and worker speak: a word and JSON, and what each request and answer holds.
 * Who sends them, and when, is decided in the rooms above.
 */
@NullMarked
package org.converge4j.run.message;

import org.jspecify.annotations.NullMarked;
