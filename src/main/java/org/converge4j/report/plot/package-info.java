/**
 * Charts as PNG files. Interactive charts are the page's own.
 */
@NullMarked
package org.converge4j.report.plot;

import org.jspecify.annotations.NullMarked;
