/**
 * The story of an experiment's execution: what is missing is forecast, trained, measured, audited and exported, by the parts in
 * the rooms below. How work is cut is in plan, who takes it in engine, the processes that do it in worker; the parent side
 * loads no DL4J class.
 */
@NullMarked
package org.converge4j.run;

import org.jspecify.annotations.NullMarked;
