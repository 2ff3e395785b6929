/**
 * Execution: what is missing is handed in batches to worker virtual machines, forked because ND4J can take a virtual machine
 * down with it, and their records are stored as they arrive. The parent side loads no DL4J class.
 */
@NullMarked
package org.converge4j.run;

import org.jspecify.annotations.NullMarked;
