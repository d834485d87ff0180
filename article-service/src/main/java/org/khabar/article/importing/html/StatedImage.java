package org.khabar.article.importing.html;

import java.util.Optional;
import org.khabar.article.importing.draft.DraftImage;
import org.khabar.article.importing.html.PageFacts.Property;

/** The image that stands for an article where it is shared. */
final class StatedImage {

    private StatedImage() {}

    static Optional<DraftImage> find(PageFacts facts) {
        return facts.list(Property.IMAGE).stream()
                .map(Stated::value)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .findFirst()
                .map(url -> new DraftImage(url, null, null, null));
    }
}
