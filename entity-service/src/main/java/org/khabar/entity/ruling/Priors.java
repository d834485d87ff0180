package org.khabar.entity.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.khabar.entity.text.SearchKey;

/**
 * Reads what editors' decisions say about names: with <i>c</i> confirmations of the name as the entity's and <i>r</i>
 * rejections, {@code ln((c + s) / (r + s))}, s being the smoothing, within the greatest weight on either side. Of one editor
 * so many count at most, and few decisions say nothing, so that nobody moves a name by a click. All in {@link PriorConfig}.
 */
@ApplicationScoped
@Transactional
public class Priors {

    private static final String COUNTS = """
            select p.search_key, coalesce(e.merged_into, e.id),
                cast(sum(least(p.confirmed, :most)) as int), cast(sum(least(p.rejected, :most)) as int)
            from name_prior p join entity e on e.id = p.entity_id
            where p.search_key = any(:keys) group by 1, 2
            """;

    private final Session session;
    private final PriorConfig config;

    Priors(Session session, PriorConfig config) {
        this.session = session;
        this.config = config;
    }

    /** Of names as they stand in a text. */
    public NamePriors of(Collection<String> surfaces) {
        Map<String, List<String>> byKey = surfaces.stream().distinct().collect(Collectors.groupingBy(SearchKey::of));
        if (byKey.isEmpty()) {
            return NamePriors.NONE;
        }
        Map<String, Map<UUID, Double>> weights = new HashMap<>();
        session.createNativeQuery(COUNTS, Object[].class)
                .setParameter("most", config.maxPerEditor())
                .setParameter("keys", byKey.keySet().toArray(String[]::new))
                .getResultList()
                .forEach(row -> byKey.getOrDefault((String) row[0], List.of())
                        .forEach(surface -> weights.computeIfAbsent(surface, key -> new HashMap<>())
                                .put((UUID) row[1], weight((int) row[2], (int) row[3]))));
        return new NamePriors(weights);
    }

    private double weight(int confirmed, int rejected) {
        if (confirmed + rejected < config.leastDecisions()) {
            return 0;
        }
        double odds = Math.log((confirmed + config.smoothing()) / (rejected + config.smoothing()));
        return Math.clamp(odds, -config.maxWeight(), config.maxWeight());
    }
}
