/**
 * Files for other programs: CSV and TensorBoard's events, at full precision. Nothing here rounds or explains.
 */
@NullMarked
package org.converge4j.report.file;

import org.jspecify.annotations.NullMarked;
