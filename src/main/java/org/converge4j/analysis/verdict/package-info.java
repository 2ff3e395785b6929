/**
 * Sentences: who is best, how sure that is, what it costs, whether the comparison was fair and what to try next (more seeds, a longer
 * grid), each with the numbers it rests on. Where sentences are shown is for reports; what they rest on is computed in the package above.
 */
@NullMarked
package org.converge4j.analysis.verdict;

import org.jspecify.annotations.NullMarked;
