package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Occurrence;

/** What an article says beyond doubt, to decide the rest by: whom it names, and which countries it is about. */
final class ArticleEvidence {

    private final Set<UUID> named = new HashSet<>();
    private final Map<String, Integer> countries = new HashMap<>();
    private final Set<String> namedCountries = new HashSet<>();

    static ArticleEvidence of(List<TaggedPassage> passages) {
        ArticleEvidence evidence = new ArticleEvidence();
        passages.stream().flatMap(passage -> passage.occurrences().stream()).forEach(evidence::add);
        return evidence;
    }

    private void add(Occurrence occurrence) {
        Candidates candidates = Candidates.of(occurrence);
        candidates.unambiguous().forEach(this::addNamed);
        boolean oneCountry = candidates.strong().size() <= 1;
        if (oneCountry) {
            occurrence.aliases().stream()
                    .filter(ArticleEvidence::saysMore)
                    .map(AliasEntry::country)
                    .distinct()
                    .forEach(this::count);
        }
    }

    private void addNamed(AliasEntry alias) {
        named.add(alias.entity());
        if (alias.country() != null && saysMore(alias)) {
            namedCountries.add(alias.country());
        }
    }

    /** A name that needs something else to be understood proves nothing. */
    private static boolean saysMore(AliasEntry alias) {
        return alias.type() != AliasType.SHORT && !alias.needsSupport();
    }

    private void count(@Nullable String country) {
        if (country != null) {
            countries.merge(country, 1, Integer::sum);
        }
    }

    boolean names(UUID entity) {
        return named.contains(entity);
    }

    /** Whether something of that country is named, an adjective apart. */
    boolean namesSomethingOf(@Nullable String country) {
        return country != null && namedCountries.contains(country);
    }

    /** How often names and adjectives of that country occur. */
    int weightOf(@Nullable String country) {
        return country == null ? 0 : countries.getOrDefault(country, 0);
    }
}
