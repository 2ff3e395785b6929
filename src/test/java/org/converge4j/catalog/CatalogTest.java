package org.converge4j.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Catalog OURS = Catalog.load(CatalogTest.class.getClassLoader());

    @Test
    void says_which_variants_take_the_place_of_others() {
        Variant<UpdaterSettings> adam = OURS.updater("adam");
        Catalog theirs = new Catalog(
                List.of(
                        adam,
                        new Variant<>("sgd", adam.type(), adam.about()),
                        new Variant<>("x", adam.type(), adam.about())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(theirs.inPlaceOf(OURS))
                .containsExactly("sgd: " + adam.type().getName() + " takes the place of the catalog's own sgd.");
        assertThat(OURS.inPlaceOf(OURS)).isEmpty();
    }
}
