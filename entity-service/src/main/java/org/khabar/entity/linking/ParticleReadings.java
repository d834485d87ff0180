package org.khabar.entity.linking;

import java.util.List;
import java.util.function.UnaryOperator;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Occurrence;

/**
 * Decides where a word is a name both as it stands and without a particle: وجدة is Oujda, or Jeddah after و in an article
 * that names more of its country. What nothing decides stays as it stands.
 */
final class ParticleReadings {

    private ParticleReadings() {}

    static List<TaggedPassage> decide(List<TaggedPassage> passages) {
        boolean clear = passages.stream()
                .flatMap(passage -> passage.occurrences().stream())
                .allMatch(occurrence -> occurrence.otherwise() == null);
        if (clear) {
            return passages;
        }
        ArticleEvidence evidence = ArticleEvidence.of(passages.stream()
                .map(passage -> new TaggedPassage(
                        passage.text(),
                        passage.occurrences().stream()
                                .filter(occurrence -> occurrence.otherwise() == null)
                                .toList()))
                .toList());
        UnaryOperator<Occurrence> choice = occurrence -> heavier(occurrence, evidence);
        return passages.stream()
                .map(passage -> new TaggedPassage(
                        passage.text(),
                        passage.occurrences().stream().map(choice).toList()))
                .toList();
    }

    private static Occurrence heavier(Occurrence occurrence, ArticleEvidence evidence) {
        Occurrence other = occurrence.otherwise();
        return other != null && weight(other, evidence) > weight(occurrence, evidence) ? other : occurrence;
    }

    private static int weight(Occurrence occurrence, ArticleEvidence evidence) {
        return occurrence.aliases().stream()
                .filter(alias -> alias.type() != AliasType.SHORT && alias.type() != AliasType.DEMONYM)
                .map(AliasEntry::country)
                .mapToInt(evidence::weightOf)
                .max()
                .orElse(0);
    }
}
