/**
 * The file as a tree that knows its lines and columns, and the complaints about it. What the keys of an experiment mean is for
 * the readers above.
 */
@NullMarked
package org.converge4j.config.yaml;

import org.jspecify.annotations.NullMarked;
