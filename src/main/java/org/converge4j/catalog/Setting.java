package org.converge4j.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting means and which values it takes. NaN and infinite numbers are never accepted. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** Its meaning, in a few words. */
    String value();

    /** Values must be greater than this. */
    double above() default Double.NEGATIVE_INFINITY;

    /** Values must be this or greater. */
    double atLeast() default Double.NEGATIVE_INFINITY;

    /** Values must be less than this. */
    double below() default Double.POSITIVE_INFINITY;

    /** Values must be this or less. */
    double atMost() default Double.POSITIVE_INFINITY;

    /** Whether the user must give it; the no-argument constructor's value then only stands in for it. */
    boolean required() default false;

    /** Whether, where it is not given, it is found by looking, so that no value of it stands in an experiment. */
    boolean found() default false;

    /** Whether it stands in an experiment only where it is not the default: it is newer than experiments that ran without it. */
    boolean later() default false;
}
