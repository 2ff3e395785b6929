/**
 * What an updater declares besides its settings: what it reads, and whether its loss is measured elsewhere. Free of DL4J, so that
 * lists and checks can ask.
 */
@NullMarked
package org.converge4j.catalog.rule;

import org.jspecify.annotations.NullMarked;
