/**
 * The article's three, as DL4J comes nearest to them, and to the letter. Other libraries' rules of the same names are found
 * through Namesake.
 */
@NullMarked
package org.converge4j.updater.article;

import org.jspecify.annotations.NullMarked;
