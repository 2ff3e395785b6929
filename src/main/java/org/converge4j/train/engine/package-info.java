/**
 * Networks whose passes are ours, made of layers, on DL4J's own parameters and gradient. What the reader does not know goes through
 * DL4J's own network, and what comes after the gradient always does.
 */
@NullMarked
package org.converge4j.train.engine;

import org.jspecify.annotations.NullMarked;
