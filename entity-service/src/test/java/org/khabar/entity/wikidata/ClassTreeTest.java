package org.khabar.entity.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;

class ClassTreeTest {

    private final ClassTree tree = new ClassTree(100);

    @Test
    void aKindOfAKindIsOfItsType() {
        tree.add(2, 1);
        tree.add(3, 2);
        tree.add(9, 8);

        ClassTypes types = tree.types(Map.of(1, EntityType.PLACE));

        assertThat(types.find(1)).contains(EntityType.PLACE);
        assertThat(types.find(3)).contains(EntityType.PLACE);
        assertThat(types.find(9)).isEmpty();
        assertThat(types.size()).isEqualTo(3);
    }

    @Test
    void theNearestRootCountsAndOfEquallyNearOnesTheFirst() {
        Map<Integer, EntityType> roots = new LinkedHashMap<>();
        roots.put(1, EntityType.ORGANIZATION);
        roots.put(2, EntityType.PLACE);
        tree.add(3, 1);
        tree.add(4, 3);
        tree.add(4, 2);
        tree.add(5, 2);
        tree.add(5, 1);

        ClassTypes types = tree.types(roots);

        assertThat(types.find(4)).contains(EntityType.PLACE);
        assertThat(types.find(5)).contains(EntityType.ORGANIZATION);
    }

    @Test
    void cyclesEnd() {
        tree.add(1, 2);
        tree.add(2, 1);
        tree.add(2, 2);

        assertThat(tree.types(Map.of(1, EntityType.WORK)).find(2)).contains(EntityType.WORK);
    }

    @Test
    void moreStatementsThanThereMayBeAreRefused() {
        ClassTree small = new ClassTree(2);
        small.add(1, 2);
        small.add(1, 3);

        assertThatThrownBy(() -> small.add(1, 4))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("more than 2 statements");
    }
}
