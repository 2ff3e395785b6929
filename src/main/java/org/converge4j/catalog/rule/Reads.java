package org.converge4j.catalog.rule;

/** Something that a rule sees besides the gradient, the step's number and its rate. What is declared is given, nothing else is. */
public enum Reads {
    /** The parameters that the step starts from. */
    PARAMETERS("the parameters"),
    /** Which numbers form which matrix or vector of which layer. */
    BLOCKS("which numbers form which matrix of which layer"),
    /** The loss of the step's batch at the parameters that the step starts from. */
    LOSS("the loss of the batch"),
    /** The least loss that the problem allows. */
    FLOOR("the floor, the least loss possible"),
    /** The loss, gradient or curvature of the same batch again, at other parameters if it likes. */
    OBJECTIVE("the gradient of the batch elsewhere"),
    /** The learning rate as something else than a factor on the update: bounds on the step, say. */
    RATE("the learning rate as more than a factor"),
    /** Components besides a block's own: a norm over the whole network, say. */
    ALL("all components together");

    private final String words;

    Reads(String words) {
        this.words = words;
    }

    /** As a sentence calls it. */
    public String words() {
        return words;
    }
}
