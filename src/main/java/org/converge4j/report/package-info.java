/**
 * What people read: the page, its plain twins and the tables, each written from a comparison alone. Nothing here computes a
 * statistic or touches a record.
 */
@NullMarked
package org.converge4j.report;

import org.jspecify.annotations.NullMarked;
