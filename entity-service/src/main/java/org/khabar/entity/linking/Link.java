package org.khabar.entity.linking;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Occurrence;

/**
 * An occurrence that stands for an entity.
 *
 * @param passage index of the passage in the article
 * @param occurrence where it stands
 * @param entity whom or what it means
 * @param aliasType as what kind of name
 * @param confidence from 0 to 1
 * @param why what speaks for and against it
 */
public record Link(
        int passage,
        Occurrence occurrence,
        UUID entity,
        AliasType aliasType,
        double confidence,
        List<LinkingReason> why) {

    public Link {
        Objects.requireNonNull(occurrence);
        Objects.requireNonNull(entity);
        Objects.requireNonNull(aliasType);
        why = List.copyOf(why);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence of " + confidence);
        }
    }
}
