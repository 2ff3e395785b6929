/**
 * Experiment files: YAML in, an experiment out, or every mistake at once with its place. The same catalog descriptions that
 * check settings here also make the published JSON Schema.
 */
@NullMarked
package org.converge4j.config;

import org.jspecify.annotations.NullMarked;
