/**
 * The commands: they read what the user wrote, hand it down, and turn what goes wrong, a Ctrl-C included, into one line and an exit
 * code. Options that commands share are in option, what is shown while work goes on in progress.
 */
@NullMarked
package org.converge4j.cli;

import org.jspecify.annotations.NullMarked;
