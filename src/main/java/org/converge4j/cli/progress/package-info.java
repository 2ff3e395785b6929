/**
 * What a terminal or a log shows while runs are trained. What is shown when all is done comes from reports.
 */
@NullMarked
package org.converge4j.cli.progress;

import org.jspecify.annotations.NullMarked;
