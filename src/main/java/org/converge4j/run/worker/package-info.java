/**
 * Worker virtual machines, forked because ND4J can take a virtual machine down with it: the process, the lines it speaks, and
 * what it does on its side. Which worker gets which batch is decided by engines.
 */
@NullMarked
package org.converge4j.run.worker;

import org.jspecify.annotations.NullMarked;
