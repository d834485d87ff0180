package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.ruling.Decision;
import org.khabar.entity.ruling.Rulings;

/** Mentions that an editor gives to another entity by the dozen; they show it once their articles are linked again. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Reassignments {

    private final MentionRepository mentions;
    private final ArticleTexts texts;
    private final Rulings rulings;
    private final RelinkQueue queue;

    Reassignments(MentionRepository mentions, ArticleTexts texts, Rulings rulings, RelinkQueue queue) {
        this.mentions = mentions;
        this.texts = texts;
        this.rulings = rulings;
        this.queue = queue;
    }

    /** The places of these where no mention of any of the entities stands. */
    List<MentionPlace> listMissing(List<MentionPlace> places, Set<UUID> entities) {
        return places.stream()
                .filter(place -> mentions.findAt(place)
                        .filter(mention -> entities.contains(mention.entity()))
                        .isEmpty())
                .toList();
    }

    /** Decides that the mentions in these places are of this entity. */
    void store(List<MentionPlace> places, UUID entity, String author, @Nullable String note) {
        for (MentionPlace place : places) {
            FoundMention mention = mentions.findAt(place).orElseThrow();
            Decision decision = Decision.reassigned(mention.entity(), entity, author, note);
            if (rulings.decide(texts.stretch(place, mention), decision).priorMoved()) {
                TextWords.patterns(mention.surface()).forEach(queue::request);
            }
        }
    }
}
