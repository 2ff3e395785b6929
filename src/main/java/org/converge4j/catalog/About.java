package org.converge4j.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a reader should know about a variant. Read without loading what the variant itself uses. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
    /** One sentence. */
    String value();

    /** The rule as it is computed, in the article's notation: θ parameters, g gradient, η learning rate, t = 1, 2, …. */
    String equation() default "";

    /** The rule as the article prints it, where the article has one. */
    String article() default "";

    /** What it remembers and takes beside a gradient, where that is more than a vector or two. */
    String cost() default "";

    /** Where it and its namesakes in the article, DL4J and PyTorch part, a sentence each. */
    String[] differs() default {};

    /** Paper, equation or implementation that defines it, with its address in parentheses where it has one. */
    String source() default "";

    /** Two settings of which exactly one must be given. */
    String[] either() default {};

    /** Where it comes from. */
    Family family() default Family.YOURS;

    /** Why it cannot be used, for a variant that is listed only to say so. */
    String unusable() default "";
}
