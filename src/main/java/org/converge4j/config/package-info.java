/**
 * Experiment files: YAML in, an experiment out, or every mistake at once with its place; one reader for each part of the file.
 * The tree of the file and how complaints are collected are in yaml, the published JSON Schema in schema.
 */
@NullMarked
package org.converge4j.config;

import org.jspecify.annotations.NullMarked;
