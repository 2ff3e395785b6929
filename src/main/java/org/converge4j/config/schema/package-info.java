/**
 * The JSON Schema that editors complete experiment files with, made from the catalog. Files are not checked with it: the
 * readers do that, from the same descriptions.
 */
@NullMarked
package org.converge4j.config.schema;

import org.jspecify.annotations.NullMarked;
