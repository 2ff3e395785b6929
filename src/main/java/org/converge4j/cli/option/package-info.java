/**
 * Options that several commands share. A command's own options stay with the command.
 */
@NullMarked
package org.converge4j.cli.option;

import org.jspecify.annotations.NullMarked;
