package org.khabar.article.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryPartitionTest {

    private static final int ARTICLES = 9;

    private final AtomicInteger created = new AtomicInteger(1000);

    @Provide
    Arbitrary<Set<StoryLink>> graphs() {
        return Arbitraries.integers()
                .between(0, ARTICLES * ARTICLES - 1)
                .filter(edge -> edge / ARTICLES != edge % ARTICLES)
                .map(edge -> StoryLink.of(id(edge / ARTICLES), id(edge % ARTICLES)))
                .set()
                .ofMaxSize(10);
    }

    /** Articles come one by one in any order, each with its links to those that are there. */
    @Property(tries = 500)
    void orderOfArrivalDoesNotChangeWhoTellsAStoryWithWhom(
            @ForAll("graphs") Set<StoryLink> graph, @ForAll Random random) {
        List<UUID> order = new ArrayList<>(ids(ARTICLES));
        Collections.shuffle(order, random);
        Map<UUID, @Nullable UUID> members = new HashMap<>();
        Set<UUID> used = new HashSet<>();
        for (UUID article : order) {
            members.put(article, null);
            step(members, graph, used);
        }

        assertThat(parts(members)).isEqualTo(connected(ids(ARTICLES), graph));
    }

    /** Links come and go; what is left decides alone, and every story has an id that no other has. */
    @Property(tries = 500)
    void whatIsLeftDecidesAlone(
            @ForAll("graphs") Set<StoryLink> before, @ForAll("graphs") Set<StoryLink> after, @ForAll Random random) {
        Map<UUID, @Nullable UUID> members = new HashMap<>();
        ids(ARTICLES).forEach(article -> members.put(article, null));
        Set<UUID> used = new HashSet<>();
        step(members, before, used);
        Set<UUID> removed = new HashSet<>();
        ids(ARTICLES).stream().filter(article -> random.nextInt(4) == 0).forEach(removed::add);
        removed.forEach(members::remove);
        step(members, after, used);

        assertThat(parts(members)).isEqualTo(connected(members.keySet(), after));
    }

    @Property(tries = 300)
    void sameAgainChangesNothing(@ForAll("graphs") Set<StoryLink> graph) {
        Map<UUID, @Nullable UUID> members = new HashMap<>();
        ids(ARTICLES).forEach(article -> members.put(article, null));
        Set<UUID> used = new HashSet<>();
        step(members, graph, used);
        Map<UUID, @Nullable UUID> once = new HashMap<>(members);

        assertThat(step(members, graph, used).merged()).isEmpty();
        assertThat(members).isEqualTo(once);
    }

    @Test
    void oldestStoryStaysWhereTwoComeTogether() {
        Map<UUID, @Nullable UUID> members =
                new HashMap<>(Map.of(id(1), id(1), id(2), id(1), id(3), id(3), id(4), id(3)));

        StoryPartition partition =
                step(members, Set.of(link(1, 2), link(3, 4), link(2, 4)), new HashSet<>(Set.of(id(1), id(3))));

        assertThat(members.values()).containsOnly(id(1));
        assertThat(partition.merged()).isEqualTo(Map.of(id(3), id(1)));
    }

    @Test
    void storyStaysWithItsOldestArticleWhereItFallsApart() {
        Map<UUID, @Nullable UUID> members =
                new HashMap<>(Map.of(id(2), id(1), id(3), id(1), id(4), id(1), id(5), id(1)));

        step(members, Set.of(link(2, 5), link(3, 4)), new HashSet<>(Set.of(id(1))));

        assertThat(members.get(id(2))).isEqualTo(id(1));
        assertThat(members.get(id(5))).isEqualTo(id(1));
        assertThat(members.get(id(3))).isEqualTo(id(3)).isEqualTo(members.get(id(4)));
    }

    @Test
    void articleWhoseIdIsAnotherStorysGetsAStoryOfItsOwn() {
        Map<UUID, @Nullable UUID> members = new HashMap<>();
        members.put(id(1), null);
        members.put(id(2), id(1));

        step(members, Set.of(), new HashSet<>(Set.of(id(1))));

        assertThat(members.get(id(2))).isEqualTo(id(1));
        assertThat(members.get(id(1))).isNotNull().isNotEqualTo(id(1));
    }

    @Test
    void storiesHaveNoMoreArticlesThanTheLimit() {
        Map<UUID, @Nullable UUID> members = new HashMap<>();
        ids(5).forEach(article -> members.put(article, null));
        Set<StoryLink> all = new HashSet<>();
        ids(5).forEach(one -> ids(5).stream()
                .filter(other -> !other.equals(one))
                .forEach(other -> all.add(StoryLink.of(one, other))));

        StoryPartition partition = StoryPartition.of(members, all, 3, id -> false, this::fresh);

        assertThat(partition.stories().get(id(0)))
                .isEqualTo(id(0))
                .isEqualTo(partition.stories().get(id(2)));
        assertThat(partition.stories().get(id(3)))
                .isEqualTo(id(3))
                .isEqualTo(partition.stories().get(id(4)));
    }

    private StoryPartition step(Map<UUID, @Nullable UUID> members, Set<StoryLink> graph, Set<UUID> used) {
        Set<StoryLink> among = new HashSet<>(graph);
        among.removeIf(link -> !members.containsKey(link.lesser()) || !members.containsKey(link.greater()));
        StoryPartition partition = StoryPartition.of(members, among, 100, used::contains, this::fresh);
        members.replaceAll((article, story) -> partition.stories().get(article));
        used.addAll(partition.stories().values());
        return partition;
    }

    /** Articles by story; one that stands alone tells the story with its own id. */
    private static Set<Set<UUID>> parts(Map<UUID, @Nullable UUID> members) {
        Map<UUID, Set<UUID>> parts = new HashMap<>();
        members.forEach(
                (article, story) -> parts.computeIfAbsent(story == null ? article : story, id -> new HashSet<>())
                        .add(article));
        return new HashSet<>(parts.values());
    }

    private static Set<Set<UUID>> connected(Set<UUID> articles, Set<StoryLink> graph) {
        Set<Set<UUID>> parts = new HashSet<>();
        for (UUID article : articles) {
            Set<UUID> part = new HashSet<>(Set.of(article));
            boolean grows = true;
            while (grows) {
                Set<UUID> more = new HashSet<>(part);
                graph.stream()
                        .filter(link -> articles.contains(link.lesser()) && articles.contains(link.greater()))
                        .filter(link -> part.contains(link.lesser()) || part.contains(link.greater()))
                        .forEach(link -> more.addAll(List.of(link.lesser(), link.greater())));
                grows = part.addAll(more);
            }
            parts.add(part);
        }
        return parts;
    }

    private UUID fresh() {
        return id(created.incrementAndGet());
    }

    private static StoryLink link(int one, int other) {
        return StoryLink.of(id(one), id(other));
    }

    private static Set<UUID> ids(int count) {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            ids.add(id(i));
        }
        return ids;
    }

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }
}
