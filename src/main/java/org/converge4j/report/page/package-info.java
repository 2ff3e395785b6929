/**
 * The interactive page: one file with its data inside, drawn by the scripts that lie beside this package in the resources. What
 * it says in words comes from content.
 */
@NullMarked
package org.converge4j.report.page;

import org.jspecify.annotations.NullMarked;
