package org.khabar.entity.mention;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.entity.candidate.SeenName;
import org.khabar.entity.linking.Link;
import org.khabar.entity.linking.UnknownName;
import org.khabar.entity.ruling.ArticleRulings;

/**
 * An article and the links of its passages.
 *
 * @param links the headline is the first passage, so blocks count from the second
 * @param unknown what seem to be names there and are not in the catalogue
 * @param rulings what editors had decided about it then
 * @param position all transactions below it had been seen by the dictionary that the links were found with
 */
record LinkedArticle(
        ArticleSnapshot article, List<Link> links, List<UnknownName> unknown, ArticleRulings rulings, long position) {

    private static final int FIRST_BLOCK = 1;

    LinkedArticle {
        links = List.copyOf(links);
        unknown = List.copyOf(unknown);
    }

    UUID id() {
        return article.id();
    }

    /** What the blocks mention. */
    List<FoundMention> inBlocks() {
        return links.stream()
                .filter(link -> link.passage() >= FIRST_BLOCK)
                .map(link -> FoundMention.of(link, link.passage() - FIRST_BLOCK))
                .toList();
    }

    /** The names in the blocks that are not in the catalogue. */
    List<SeenName> seenNames() {
        return unknown.stream()
                .filter(name -> name.passage() >= FIRST_BLOCK)
                .map(this::seen)
                .toList();
    }

    private SeenName seen(UnknownName name) {
        int block = name.passage() - FIRST_BLOCK;
        SeenName seen = SeenName.in(article.blocks().get(block), block, name.start(), name.end(), name.type());
        return name.sure() ? seen : seen.unsure();
    }

    /** Whom the headline names. */
    Set<UUID> inHeadline() {
        return links.stream()
                .filter(link -> link.passage() < FIRST_BLOCK)
                .map(Link::entity)
                .collect(Collectors.toSet());
    }
}
