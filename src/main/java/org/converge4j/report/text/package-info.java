/**
 * Plain text: report.md, and the tables of the terminal. What it says comes from content, its pictures from plot.
 */
@NullMarked
package org.converge4j.report.text;

import org.jspecify.annotations.NullMarked;
