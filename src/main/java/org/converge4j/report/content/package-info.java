/**
 * What every report says, whatever its form: words, numbers, tables, the looks of updaters, the data of the page. A file format
 * does not belong here.
 */
@NullMarked
package org.converge4j.report.content;

import org.jspecify.annotations.NullMarked;
