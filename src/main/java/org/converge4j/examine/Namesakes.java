package org.converge4j.examine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Updater;

/** The rules that go by one name: the article's, DL4J's, PyTorch's, and a rule that is none of them. */
final class Namesakes {
    private Namesakes() {}

    /** Those an updater has, by whose they are; the updater itself among them. */
    static Map<String, Updater> of(Updater updater) {
        Map<String, Updater> all = new LinkedHashMap<>();
        updater.article().ifPresent(rule -> all.put("article", rule));
        updater.dl4j().ifPresent(rule -> all.put("DL4J", rule));
        updater.torch().ifPresent(rule -> all.put("torch.optim", rule));
        Family family = Variant.of(updater.getClass()).about().family();
        if (family == Family.NEWER || family == Family.YOURS) {
            all.put("this", updater);
        }
        return all;
    }
}
