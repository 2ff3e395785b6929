/**
 * Models that people bring as DL4J's JSON or zip: read as strangers' files, checked, and made a network like any other.
 * Networks that the catalog has itself are in network.
 */
@NullMarked
package org.converge4j.problem.model;

import org.jspecify.annotations.NullMarked;
