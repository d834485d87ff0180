package org.khabar.article.importing.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.Standing;
import org.khabar.article.article.workflow.ArticleState;

/**
 * What only some forms of pages say of an article.
 *
 * @param url what the page calls its own address: absolute http or https, null when it calls nothing so
 * @param updatedAt when the page says it was last changed
 * @param images those of an HTML page, in its order
 * @param media those of a structured form; null when it says nothing of any
 * @param subjects codes of media topics; null when the form says nothing of any
 * @param standing where its source wants the article to stand
 */
public record DraftExtras(
        @Nullable String url,
        @Nullable Instant updatedAt,
        List<DraftImage> images,
        @Nullable List<ArticleMedia> media,
        @Nullable List<String> subjects,
        Standing standing) {

    /** Of a page that says nothing but its text. */
    public static final DraftExtras NONE = new DraftExtras(null, null, List.of());

    public DraftExtras {
        images = List.copyOf(images);
        media = media == null ? null : List.copyOf(media);
        subjects = subjects == null ? null : List.copyOf(subjects);
    }

    /** Of an HTML page. */
    public DraftExtras(@Nullable String url, @Nullable Instant updatedAt, List<DraftImage> images) {
        this(url, updatedAt, images, null, null, Standing.PLAIN);
    }

    /** Where it is to stand. */
    public ArticleState state() {
        return standing.state();
    }

    /** How much there is to keep, in UTF-16 code units. */
    public int textLength() {
        int ofMedia = media == null
                ? 0
                : media.stream().mapToInt(DraftExtras::textLength).sum();
        int ofCorrections = standing.corrections().stream()
                .mapToInt(correction -> correction.note().length())
                .sum();
        return ofMedia + ofCorrections + (subjects == null ? 0 : subjects.size() * "medtop:00000000".length());
    }

    private static int textLength(ArticleMedia medium) {
        int ofRenditions = medium.renditions().stream()
                .mapToInt(rendition -> rendition.href().length())
                .sum();
        return ofRenditions
                + length(medium.caption())
                + length(medium.byline())
                + length(medium.creditLine())
                + length(medium.copyrightNotice())
                + length(medium.usageTerms());
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
