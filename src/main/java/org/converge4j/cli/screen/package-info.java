/**
 * The terminal and the browser at the other end: how wide, what it can show, text that fits it. What is said there comes from others.
 */
@NullMarked
package org.converge4j.cli.screen;

import org.jspecify.annotations.NullMarked;
