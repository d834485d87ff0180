package org.khabar.article.importing.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.importing.html.PageFacts.Property;
import org.khabar.article.text.Folding;

/** What kind of piece an article is, where its page says so by a type or the name of its section. */
final class StatedKind {

    private static final Map<String, ArticleKind> TYPES = Map.of(
            "opinionnewsarticle", ArticleKind.OPINION,
            "analysisnewsarticle", ArticleKind.ANALYSIS,
            "interview", ArticleKind.INTERVIEW,
            "video.other", ArticleKind.VIDEO,
            "video", ArticleKind.VIDEO);

    private static final Map<ArticleKind, String> SECTIONS = Map.of(
            ArticleKind.OPINION,
                    "opinion|opinions|op-ed|editorial|editorials|commentary|columns|columnists|tribune|tribunes|chronique"
                            + "|chroniques|éditorial|éditoriaux|idées|débats|رأي|آراء|الرأي|مقالات|مقالات رأي|كتاب وآراء|كتاب الرأي|أقلام|أعمدة",
            ArticleKind.ANALYSIS, "analysis|analyses|analyse|décryptage|décryptages|تحليل|تحليلات|تحليل إخباري",
            ArticleKind.INTERVIEW, "interview|interviews|entretien|entretiens|q&a|حوار|حوارات|مقابلة|مقابلات|لقاءات",
            ArticleKind.CARTOON, "cartoon|cartoons|caricature|caricatures|كاريكاتير|كاريكاتور",
            ArticleKind.PHOTO_STORY,
                    "photos|in pictures|photo story|diaporama|diaporamas|en images|صور|ألبوم صور|بالصور",
            ArticleKind.VIDEO, "video|videos|vidéo|vidéos|فيديو|فيديوهات|بالفيديو");

    private static final Map<String, ArticleKind> BY_SECTION = bySection();

    private StatedKind() {}

    static Optional<Stated<ArticleKind>> find(PageFacts facts) {
        return find(facts, Property.TYPE, TYPES).or(() -> find(facts, Property.SECTION, BY_SECTION));
    }

    private static Optional<Stated<ArticleKind>> find(
            PageFacts facts, Property property, Map<String, ArticleKind> kinds) {
        return facts.list(property).stream()
                .flatMap(value -> Optional.ofNullable(kinds.get(key(value.value(), property)))
                        .map(kind -> new Stated<>(kind, value.origin()))
                        .stream())
                .findFirst();
    }

    private static String key(String value, Property property) {
        return property == Property.TYPE ? value.toLowerCase(java.util.Locale.ROOT) : Folding.key(value);
    }

    private static Map<String, ArticleKind> bySection() {
        Map<String, ArticleKind> kinds = new HashMap<>();
        SECTIONS.forEach((kind, names) -> {
            for (String name : names.split("\\|")) {
                kinds.put(Folding.key(name), kind);
            }
        });
        return Map.copyOf(kinds);
    }
}
