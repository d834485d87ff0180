package org.khabar.entity.mention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.khabar.entity.tagging.AliasType;

/** A stored mention. Offsets are UTF-16 code units of the block's text. */
@Entity
@Immutable
@Table(name = "mention")
class MentionRow {

    @Id
    long id;

    @Column(name = "article_id")
    UUID articleId;

    @Column(name = "entity_id")
    UUID entityId;

    int block;

    @Column(name = "start_offset")
    int start;

    @Column(name = "end_offset")
    int end;

    @Column
    String surface;

    @Column(name = "alias_type")
    @Enumerated(EnumType.STRING)
    AliasType aliasType;

    double confidence;

    @Column
    @Enumerated(EnumType.STRING)
    MentionStatus status;

    @Column
    String why;

    MentionPlace place() {
        return new MentionPlace(articleId, block, start);
    }

    FoundMention found() {
        return new FoundMention(
                entityId, block, start, end, surface, aliasType, confidence, status, Reasons.parse(why));
    }
}
