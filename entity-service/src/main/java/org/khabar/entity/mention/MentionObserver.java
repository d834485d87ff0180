package org.khabar.entity.mention;

import java.util.List;
import java.util.UUID;
import org.khabar.entity.candidate.SeenName;

/** Is told what an article mentions whenever that is stored: all beans of this type are, inside the writing transaction. */
public interface MentionObserver {

    /**
     * The article, which has its row already, has these and no others now.
     *
     * @param seen names that the catalogue lacks
     */
    void stored(UUID article, List<StoredMention> mentions, List<SeenName> seen);
}
