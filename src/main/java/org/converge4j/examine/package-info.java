/**
 * What an updater is, shown and proved: how far it is from its namesakes, and whether it keeps the contract of a DL4J updater.
 * Runs where DL4J runs, in a virtual machine of its own.
 */
@NullMarked
package org.converge4j.examine;

import org.jspecify.annotations.NullMarked;
