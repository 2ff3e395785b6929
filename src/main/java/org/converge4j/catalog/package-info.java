/**
 * What can be chosen: the variants of updaters, data and networks, with their settings, bounds, equations and sources, read
 * from the records that define them. It finds them through service files and loads no DL4J class to describe them.
 */
@NullMarked
package org.converge4j.catalog;

import org.jspecify.annotations.NullMarked;
