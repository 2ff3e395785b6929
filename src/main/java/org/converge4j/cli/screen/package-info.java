/**
 * What a person at a terminal sees: how far training is and how long it will take, text and tables that fit, links, the browser.
 * Nothing here knows a command.
 */
@NullMarked
package org.converge4j.cli.screen;

import org.jspecify.annotations.NullMarked;
