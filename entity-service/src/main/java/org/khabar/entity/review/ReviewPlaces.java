package org.khabar.entity.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.khabar.entity.candidate.SeenName;
import org.khabar.entity.mention.MentionObserver;
import org.khabar.entity.mention.MentionStatus;
import org.khabar.entity.mention.StoredMention;
import org.khabar.entity.text.SearchKey;

/**
 * Writes down what there is to decide about in an article whenever its mentions are stored: those that nobody has decided about and
 * the linker is not sure of, and the names that the catalogue lacks. What that is worth is counted by triggers.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReviewPlaces implements MentionObserver {

    private static final int THOUSAND = 1000;

    private final ReviewPlaceRepository repository;
    private final ReviewConfig config;

    ReviewPlaces(ReviewPlaceRepository repository, ReviewConfig config) {
        this.repository = repository;
        this.config = config;
    }

    @Override
    public void stored(UUID article, List<StoredMention> mentions, List<SeenName> seen) {
        List<ReviewPlace> places = new ArrayList<>();
        mentions.stream()
                .filter(mention -> mention.status() == MentionStatus.AUTO && mention.confidence() < config.sure())
                .map(ReviewPlaces::place)
                .filter(place -> place.doubt() > 0)
                .forEach(places::add);
        int worth = thousandths(config.candidateValue());
        if (worth > 0) {
            seen.stream().filter(SeenName::sure).forEach(name -> places.add(place(name, worth)));
        }
        repository.replace(article, places);
    }

    /** Offers a name that the catalogue lacks to those who review, or does so no more. */
    void open(String key, boolean open) {
        repository.open(key, open);
    }

    private static ReviewPlace place(StoredMention mention) {
        return new ReviewPlace(
                ReviewKind.MENTION,
                SearchKey.of(mention.surface()),
                mention.entity(),
                mention.entity().toString(),
                mention.surface(),
                mention.place().block(),
                mention.place().start(),
                thousandths(1 - mention.confidence()));
    }

    private static ReviewPlace place(SeenName name, int worth) {
        return new ReviewPlace(
                ReviewKind.CANDIDATE,
                name.key(),
                null,
                name.type().name(),
                name.surface(),
                name.block(),
                name.start(),
                worth);
    }

    private static int thousandths(double part) {
        return (int) Math.round(Math.clamp(part, 0, 1) * THOUSAND);
    }
}
