package org.khabar.entity.linking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;

/** Which tokens of a passage are a part of what the catalogue has. */
final class KnownTokens {

    private final PassageTokens passage;
    private final Set<Integer> named = new HashSet<>();
    private final Set<Integer> places = new HashSet<>();
    private final Set<Integer> surnames = new HashSet<>();
    private final Set<Integer> adjectives = new HashSet<>();
    private final Set<Integer> attached = new HashSet<>();

    KnownTokens(PassageTokens passage, List<Occurrence> occurrences) {
        this.passage = passage;
        occurrences.forEach(this::note);
    }

    private void note(Occurrence occurrence) {
        if (passage.hasParticle(occurrence)) {
            attached.add(occurrence.firstToken());
        }
        for (int token = occurrence.firstToken(); token < occurrence.tokenEnd(); token++) {
            for (AliasEntry alias : occurrence.aliases()) {
                tokens(alias).add(token);
            }
        }
    }

    private Set<Integer> tokens(AliasEntry alias) {
        if (alias.type() == AliasType.DEMONYM) {
            return adjectives;
        }
        if (alias.entityType() == EntityType.PLACE) {
            return places;
        }
        return alias.type() == AliasType.SHORT ? surnames : named;
    }

    /** Whether it is of a name that means somebody or something by itself, a place apart. */
    boolean isNamed(int token) {
        return named.contains(token);
    }

    /** Whether it is of a name of any kind, one that means nothing by itself included. */
    boolean isKnown(int token) {
        return named.contains(token) || places.contains(token) || surnames.contains(token);
    }

    boolean isSurname(int token) {
        return surnames.contains(token);
    }

    /** Whether it says of which country something is: a place or an adjective of nationality. */
    boolean isPlaceOrNationality(int token) {
        return isPlace(token) || adjectives.contains(token);
    }

    /** Whether it is of a place, and no preposition is attached to it. */
    boolean isPlace(int token) {
        return places.contains(token) && !attached.contains(token);
    }

    /** Whether there is such a token, and it is a word and no part of a name or an adjective that the catalogue has. */
    boolean isFree(int token) {
        return token < passage.size()
                && passage.token(token).word()
                && !named.contains(token)
                && !places.contains(token)
                && !adjectives.contains(token);
    }
}
