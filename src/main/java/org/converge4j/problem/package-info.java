/**
 * Problems made ready to train: rows read or generated, a network configured in DL4J's terms, the starting point, and what
 * is known of the problem exactly. One file per data source and per network.
 */
@NullMarked
package org.converge4j.problem;

import org.jspecify.annotations.NullMarked;
