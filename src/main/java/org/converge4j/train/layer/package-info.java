/**
 * Layers computed by us instead of DL4J: elementwise work in Java, products by BLAS on memory that is allocated once. How they make a
 * network is in engine.
 */
@NullMarked
package org.converge4j.train.layer;

import org.jspecify.annotations.NullMarked;
