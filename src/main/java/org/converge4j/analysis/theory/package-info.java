/**
 * What is known without training: the critical rate and the factor of rules that are linear in the gradient, on a quadratic
 * loss. What was measured stands beside it in the package above.
 */
@NullMarked
package org.converge4j.analysis.theory;

import org.jspecify.annotations.NullMarked;
