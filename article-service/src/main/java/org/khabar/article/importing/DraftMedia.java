package org.khabar.article.importing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.MediaKind;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftImage;

/** The media of a draft: those that its form states, or the first of the images of a page. */
final class DraftMedia {

    private static final int MOST = 50;

    private DraftMedia() {}

    /**
     * Those that its form states. Else those made of the images of a page: null when it has none, so that it takes none
     * away; one that the archive does not take is left out.
     */
    static @Nullable List<ArticleMedia> of(ArticleDraft draft) {
        List<ArticleMedia> stated = draft.extras().media();
        if (stated != null) {
            return stated;
        }
        List<ArticleMedia> media = draft.extras().images().stream()
                .flatMap(DraftMedia::of)
                .limit(MOST)
                .toList();
        return media.isEmpty() ? null : media;
    }

    private static Stream<ArticleMedia> of(DraftImage image) {
        try {
            ArticleMedia.Rendition rendition = new ArticleMedia.Rendition(image.url(), null, null, null);
            return Stream.of(new ArticleMedia(
                    MediaKind.PICTURE, image.caption(), null, image.credit(), null, null, List.of(rendition)));
        } catch (RequestFailure refused) {
            return Stream.empty();
        }
    }
}
