package org.khabar.entity.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.khabar.entity.linking.TaggedPassage;
import org.khabar.entity.ruling.ArticleRulings;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.Occurrence;

/**
 * Takes away from an article's names what editors have ruled out, before they are linked: so what is left competes as if the
 * other had not been there, and speaks for nobody elsewhere in the article.
 */
final class RuledPassages {

    private static final int FIRST_BLOCK = 1;

    private RuledPassages() {}

    /** @param passages the headline first, which nobody decides about */
    static List<TaggedPassage> of(List<TaggedPassage> passages, ArticleRulings rulings) {
        if (rulings.rulings().isEmpty()) {
            return passages;
        }
        List<TaggedPassage> ruled = new ArrayList<>(passages.subList(0, FIRST_BLOCK));
        for (int index = FIRST_BLOCK; index < passages.size(); index++) {
            int block = index - FIRST_BLOCK;
            TaggedPassage passage = passages.get(index);
            List<Occurrence> left = passage.occurrences().stream()
                    .flatMap(occurrence -> left(occurrence, block, rulings))
                    .toList();
            ruled.add(new TaggedPassage(passage.text(), left));
        }
        return ruled;
    }

    private static Stream<Occurrence> left(Occurrence occurrence, int block, ArticleRulings rulings) {
        return allowed(
                occurrence, alias -> !rulings.exclude(alias.entity(), block, occurrence.start(), occurrence.end()))
                .stream();
    }

    private static Optional<Occurrence> allowed(Occurrence occurrence, Predicate<AliasEntry> allows) {
        Occurrence otherwise = occurrence.otherwise();
        Optional<Occurrence> other = otherwise == null ? Optional.empty() : allowed(otherwise, allows);
        List<AliasEntry> aliases = occurrence.aliases().stream().filter(allows).toList();
        return aliases.isEmpty()
                ? other
                : Optional.of(new Occurrence(
                        occurrence.start(),
                        occurrence.end(),
                        occurrence.surface(),
                        occurrence.firstToken(),
                        occurrence.tokenCount(),
                        aliases,
                        other.orElse(null)));
    }
}
