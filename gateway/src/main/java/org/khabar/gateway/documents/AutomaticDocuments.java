package org.khabar.gateway.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Documents that clients had kept under their hash, bounded by the characters of all of them. */
final class AutomaticDocuments {
    /** What an entry takes beside its text. */
    private static final int OVERHEAD = 200;

    private final Cache<String, String> byHash;

    AutomaticDocuments(long maxCharacters) {
        this.byHash = Caffeine.newBuilder()
                .maximumWeight(maxCharacters)
                .weigher((String _, String text) -> text.length() + OVERHEAD)
                .build();
    }

    Optional<String> find(String hash) {
        return Optional.ofNullable(byHash.getIfPresent(hash));
    }

    void keep(String hash, String document) {
        byHash.put(hash, document);
    }
}
