package org.khabar.entity.ruling;

import java.util.List;
import java.util.UUID;

/**
 * The rulings of one article at one moment.
 *
 * @param stamp a number that is another one after each decision, of any article; 0 when there was none ever
 * @param rulings those that stand nowhere too, in the order of the text
 */
public record ArticleRulings(long stamp, List<Ruling> rulings) {

    public ArticleRulings {
        rulings = List.copyOf(rulings);
    }

    /** The same, where they stand in these texts. */
    public ArticleRulings in(List<String> blocks) {
        return new ArticleRulings(stamp, Anchors.find(blocks, rulings));
    }

    /** Whether any of them forbids the entity on a stretch; {@code end} is exclusive. */
    public boolean exclude(UUID entity, int block, int start, int end) {
        return rulings.stream().anyMatch(ruling -> ruling.excludes(entity, block, start, end));
    }

    /** Those that say whom their stretch means. */
    public List<Ruling> meaning() {
        return rulings.stream()
                .filter(ruling -> ruling.standing() && ruling.verdict().meant() != null)
                .toList();
    }
}
