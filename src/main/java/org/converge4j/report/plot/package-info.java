/**
 * Charts as PNG files, and where the files of a report lie. Interactive charts are the page's own.
 */
@NullMarked
package org.converge4j.report.plot;

import org.jspecify.annotations.NullMarked;
