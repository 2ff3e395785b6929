/**
 * What is computed along sequences: recurrent layers, in both directions, and what turns sequences into rows. Between layers a row
 * is a sequence step by step, as tables hold it, unless said otherwise.
 */
@NullMarked
package org.converge4j.train.sequence;

import org.jspecify.annotations.NullMarked;
