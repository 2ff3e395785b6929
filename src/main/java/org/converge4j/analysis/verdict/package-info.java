/**
 * Sentences: who is best, how sure that is, what it costs and whether the comparison was fair, each with the numbers it rests
 * on. Where sentences are shown is for reports; what they rest on is computed in the package above.
 */
@NullMarked
package org.converge4j.analysis.verdict;

import org.jspecify.annotations.NullMarked;
