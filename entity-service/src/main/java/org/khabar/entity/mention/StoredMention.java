package org.khabar.entity.mention;

import java.util.UUID;
import org.khabar.entity.tagging.AliasType;

/**
 * A mention as it is stored.
 *
 * @param surface the block's text there
 * @param aliasType what kind of name it is
 * @param confidence from 0 to 1
 * @param status who says so
 */
public record StoredMention(
        MentionPlace place, UUID entity, String surface, AliasType aliasType, double confidence, MentionStatus status) {

    static StoredMention of(UUID article, FoundMention mention) {
        return new StoredMention(
                new MentionPlace(article, mention.block(), mention.start()),
                mention.entity(),
                mention.surface(),
                mention.aliasType(),
                mention.confidence(),
                mention.status());
    }
}
