/**
 * The reference: any DL4J network, step by step through DL4J's own forward and backward pass. What is faster than the reference
 * is elsewhere, and is tested against it.
 */
@NullMarked
package org.converge4j.train.network;

import org.jspecify.annotations.NullMarked;
