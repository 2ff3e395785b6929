/**
 * Networks in DL4J's terms: one file for each that the catalog has, and what all of them can be asked. Models in files of the
 * user's are in model.
 */
@NullMarked
package org.converge4j.problem.network;

import org.jspecify.annotations.NullMarked;
