package org.converge4j.catalog;

/**
 * A record whose components are the settings of a variant. Its simple name, first letter lowered, names the variant; its
 * no-argument constructor holds the defaults; {@link About} and {@link Setting} describe it.
 */
public interface Settings {}
