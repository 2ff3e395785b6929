/**
 * How reports say what they say: numbers, names and sentences, the same in terminal, Markdown, page and pictures. What is true is
 * worked out elsewhere.
 */
@NullMarked
package org.converge4j.wording;

import org.jspecify.annotations.NullMarked;
