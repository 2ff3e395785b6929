package org.converge4j.catalog;

/** Where a variant comes from. */
public enum Family {
    /** Thin wrappers: the nearest DL4J has to the article's three rules. */
    ARTICLE("the article's three, as DL4J computes them"),
    /** The article's equations to the letter. */
    EXACT("the article to the letter"),
    /** DL4J's own updaters, quirks included. */
    DL4J("DL4J's own"),
    /** PyTorch's torch.optim to the letter. */
    TORCH("torch.optim to the letter"),
    /** Published rules that DL4J never had. */
    NEWER("newer rules"),
    /** Data sources and networks that ship with converge4j. */
    BUILT_IN("built in"),
    /** Added by a user's jar. */
    YOURS("yours");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** As a heading calls it. */
    public String title() {
        return title;
    }
}
