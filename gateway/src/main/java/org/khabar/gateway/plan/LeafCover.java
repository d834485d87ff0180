package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds few subgraphs that have all fields of one place between them: a set cover, weighed by how many fetches each
 * subgraph is away. Up to {@value #MOST} subgraphs beside those that are needed anyway are compared exactly; more are
 * taken greedily.
 */
final class LeafCover {
    private static final int MOST = 3;
    /** Subgraphs among which all combinations are compared. */
    private static final int MOST_COMPARED = 24;

    private final List<List<String>> leaves;
    private final Map<String, Integer> costs;
    private final Map<String, BitSet> covered = new TreeMap<>();
    private final List<String> chosen = new ArrayList<>();

    /**
     * A cover of some fields.
     *
     * @param leaves the subgraphs that resolve each field
     * @param costs how many fetches it takes to get to a subgraph; those that are not here cannot be reached
     */
    LeafCover(List<List<String>> leaves, Map<String, Integer> costs) {
        this.leaves = leaves;
        this.costs = costs;
        for (int i = 0; i < leaves.size(); i++) {
            for (String subgraph : leaves.get(i)) {
                if (costs.containsKey(subgraph)) {
                    covered.computeIfAbsent(subgraph, _ -> new BitSet()).set(i);
                }
            }
        }
    }

    /** The subgraph to take each field from; null where there is none that can be reached. */
    List<@Nullable String> find() {
        int least = costs.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        covered.keySet().stream()
                .filter(subgraph -> cost(subgraph) == least && isHome(subgraph))
                .forEach(chosen::add);
        leaves.stream()
                .filter(subgraphs -> subgraphs.size() == 1 && covered.containsKey(subgraphs.getFirst()))
                .map(List::getFirst)
                .filter(subgraph -> !chosen.contains(subgraph))
                .distinct()
                .forEach(chosen::add);
        BitSet open = new BitSet();
        covered.values().forEach(open::or);
        chosen.forEach(subgraph -> open.andNot(covered(subgraph)));
        chosen.addAll(cheapest(open));
        return leaves.stream().<@Nullable String>map(this::choice).toList();
    }

    /** Where the objects are first; others are one fetch further at least. */
    private boolean isHome(String subgraph) {
        return costs.values().stream().anyMatch(cost -> cost > cost(subgraph));
    }

    private int cost(String subgraph) {
        return costs.getOrDefault(subgraph, Integer.MAX_VALUE);
    }

    private BitSet covered(String subgraph) {
        return covered.getOrDefault(subgraph, new BitSet());
    }

    private @Nullable String choice(List<String> subgraphs) {
        return chosen.stream().filter(subgraphs::contains).findFirst().orElse(null);
    }

    private List<String> cheapest(BitSet open) {
        List<String> useful = covered.keySet().stream()
                .filter(subgraph -> covered(subgraph).intersects(open))
                .toList();
        if (useful.size() <= MOST_COMPARED) {
            for (int size = 0; size <= MOST; size++) {
                List<String> exact = exact(useful, 0, open, size);
                if (exact != null) {
                    return exact;
                }
            }
        }
        return greedy(useful, open);
    }

    /** Exactly so many subgraphs; null when no so many cover all. */
    private @Nullable List<String> exact(List<String> useful, int from, BitSet open, int size) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<String> best = null;
        for (int i = from; size > 0 && i < useful.size(); i++) {
            BitSet rest = (BitSet) open.clone();
            rest.andNot(covered(useful.get(i)));
            List<String> others = exact(useful, i + 1, rest, size - 1);
            if (others != null) {
                List<String> found = new ArrayList<>(others);
                found.add(useful.get(i));
                best = best == null || cost(found) < cost(best) ? found : best;
            }
        }
        return best;
    }

    private int cost(List<String> subgraphs) {
        return subgraphs.stream().mapToInt(this::cost).sum();
    }

    private List<String> greedy(List<String> useful, BitSet open) {
        List<String> taken = new ArrayList<>();
        BitSet rest = (BitSet) open.clone();
        while (!rest.isEmpty()) {
            String most = useful.getFirst();
            for (String subgraph : useful) {
                most = gain(subgraph, rest) > gain(most, rest) ? subgraph : most;
            }
            taken.add(most);
            rest.andNot(covered(most));
        }
        return taken;
    }

    private int gain(String subgraph, BitSet open) {
        BitSet gained = (BitSet) covered(subgraph).clone();
        gained.and(open);
        return gained.cardinality();
    }
}
