package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.SearchKey;

/**
 * What the words around a shared name say for each of its entities, in the whole article: a name has one sense in it, so
 * "مدينة برشلونة" tells what برشلونة is further on.
 */
final class Senses {

    private final Map<String, Map<UUID, Double>> sums = new HashMap<>();

    static Senses of(List<PassageEvidence> article) {
        Senses senses = new Senses();
        for (PassageEvidence passage : article) {
            passage.occurrences().forEach(occurrence -> senses.add(passage, occurrence));
        }
        return senses;
    }

    private void add(PassageEvidence passage, Occurrence occurrence) {
        Candidates candidates = Candidates.of(occurrence);
        if (candidates.strong().size() > 1) {
            Map<UUID, Double> entities =
                    sums.computeIfAbsent(SearchKey.of(occurrence.surface()), key -> new HashMap<>());
            for (AliasEntry alias : candidates.strong().values()) {
                entities.merge(alias.entity(), local(passage, occurrence, alias), Double::sum);
            }
        }
    }

    private static double local(PassageEvidence passage, Occurrence occurrence, AliasEntry alias) {
        CandidateScore score = new CandidateScore(alias);
        passage.weighShared(score, occurrence);
        return score.sum();
    }

    /** What the other places of the name say for the candidate. */
    double elsewhere(PassageEvidence passage, Occurrence occurrence, AliasEntry alias) {
        double all =
                sums.getOrDefault(SearchKey.of(occurrence.surface()), Map.of()).getOrDefault(alias.entity(), 0.0);
        double others = all - local(passage, occurrence, alias);
        return Math.clamp(others * Weights.SAME_ELSEWHERE, -Weights.MOST_OF_ELSEWHERE, Weights.MOST_OF_ELSEWHERE);
    }
}
