package org.khabar.article.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.Correction;
import org.khabar.article.subject.SubjectNode;

/**
 * An article as ninjs 3.1, with those of its properties that the archive knows.
 *
 * @param firstCreated when it was published, the same in all versions
 * @param language {@code und} when it is not known
 * @param by who signs the text
 * @param associations its media
 * @param altIds where it was published, role {@code web}
 * @see <a href="https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json">the schema</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Ninjs(
        Standard standard,
        String uri,
        String type,
        String representationType,
        String version,
        Instant firstCreated,
        Instant versionCreated,
        Instant contentCreated,
        String pubStatus,
        String language,
        List<Text> headlines,
        @Nullable List<Text> descriptions,
        List<Text> bodies,
        @Nullable String by,
        List<Genre> genres,
        @Nullable List<NinjsSubject> subjects,
        List<InfoSource> infoSources,
        @Nullable List<NinjsMedium> associations,
        @Nullable List<AltId> altIds) {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

    record Standard(String name, String version, String schema) {}

    /**
     * A text of the article.
     *
     * @param charCount code points without captions, as readers count; null where ninjs has no such property
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            @Nullable String role,
            String contentType,
            @Nullable Integer charCount,
            @Nullable Integer wordCount,
            String value) {}

    record Genre(String name, String literal) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InfoSource(String name, String role, @Nullable String literal) {}

    record AltId(String role, String value) {}

    /**
     * An article as ninjs.
     *
     * @param subjects those of the article, with their names
     * @param corrections what readers are told of its corrections, the oldest first
     */
    static Ninjs of(SyndicatedArticle article, List<SubjectNode> subjects, List<Correction> corrections) {
        String url = article.article().url();
        String kind = article.article().kind().name().toLowerCase(Locale.ROOT);
        return new Ninjs(
                new Standard("ninjs", "3.1", SCHEMA),
                article.urn(),
                "text",
                "full",
                Integer.toString(article.article().version()),
                article.article().publishedAt(),
                article.article().updatedAt(),
                article.article().publishedAt(),
                "usable",
                article.article().language(),
                List.of(plain("main", article.article().headline())),
                nullIfEmpty(descriptions(article, corrections)),
                bodies(article),
                article.article().byline(),
                List.of(new Genre(kind, kind)),
                nullIfEmpty(subjects.stream()
                        .map(subject -> NinjsSubject.of(subject, article.language()))
                        .toList()),
                sources(article),
                nullIfEmpty(NinjsMedium.listOf(article)),
                url == null ? null : List.of(new AltId("web", url)));
    }

    private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** The first paragraph, and what corrections tell readers, for which ninjs has no member, the last one first. */
    private static List<Text> descriptions(SyndicatedArticle article, List<Correction> corrections) {
        List<Text> descriptions = new ArrayList<>();
        String summary = article.summary();
        if (summary != null) {
            descriptions.add(plain("summary", summary));
        }
        corrections.reversed().forEach(correction -> descriptions.add(plain("correction", correction.note())));
        return descriptions;
    }

    static Text plain(@Nullable String role, String value) {
        return new Text(role, "text/plain", null, null, value);
    }

    private static List<Text> bodies(SyndicatedArticle article) {
        List<String> texts = article.blocks().stream()
                .filter(block -> block.kind() != BlockKind.IMAGE)
                .map(block -> block.text())
                .toList();
        int characters = texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .sum();
        int words = texts.stream().mapToInt(Ninjs::words).sum();
        return List.of(
                new Text("main", "application/xhtml+xml", characters, words, BodyMarkup.xhtml(article)),
                new Text("main", "text/plain", characters, words, BodyMarkup.plain(article)));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("[\\s\\p{Z}]+").length;
    }

    private static List<InfoSource> sources(SyndicatedArticle article) {
        List<InfoSource> sources = new ArrayList<>();
        sources.add(new InfoSource(
                article.outletName(), "publisher", article.outlet().code()));
        String credit = article.article().credit();
        if (credit != null) {
            sources.add(new InfoSource(credit, "originator", null));
        }
        return sources;
    }
}
