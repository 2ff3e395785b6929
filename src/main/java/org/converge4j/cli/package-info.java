/**
 * The commands. They read what the user wrote, hand it down, and turn what goes wrong into one line and an exit code.
 */
@NullMarked
package org.converge4j.cli;

import org.jspecify.annotations.NullMarked;
