package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.html.PageFacts.Property;

/**
 * The article that a page describes in JSON-LD with schema.org's vocabulary: at the top, in an array, in a graph or as
 * the main entity of a web page. Authors and publishers that are named by their id are looked up.
 */
final class JsonLd {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_OBJECTS = 2_000;
    private static final String SECTION = "<![CDATA[";
    private static final int NEAR = 40;

    private static final Set<String> ARTICLES = Set.of(
            "newsarticle",
            "article",
            "reportagenewsarticle",
            "opinionnewsarticle",
            "analysisnewsarticle",
            "backgroundnewsarticle",
            "askpublicnewsarticle",
            "reviewnewsarticle",
            "advertisercontentarticle",
            "satiricalarticle",
            "blogposting",
            "liveblogposting",
            "report",
            "techarticle",
            "scholarlyarticle",
            "interview",
            "medicalscholarlyarticle",
            "socialmediaposting");

    private final List<Map<?, ?>> articles = new ArrayList<>();
    private final Map<String, Map<?, ?>> byId = new HashMap<>();
    private boolean broken;
    private int objects;

    private JsonLd() {}

    /** @param scripts the contents of the page's scripts of that type */
    static JsonLd read(List<String> scripts) {
        JsonLd linked = new JsonLd();
        for (String script : scripts) {
            LenientJson.Result json = LenientJson.read(unwrapped(script));
            linked.broken |= !json.whole();
            json.values().forEach(value -> linked.collect(value, 0));
        }
        return linked;
    }

    boolean isBroken() {
        return broken;
    }

    /** Tells what the first article says that has a headline. */
    void tell(PageFacts facts) {
        Stream.concat(articles.stream().filter(article -> article.get("headline") instanceof String), articles.stream())
                .findFirst()
                .ifPresent(article -> tell(article, facts));
    }

    /** Some sites wrap it in a comment or a CDATA section. */
    private static String unwrapped(String script) {
        int section = script.indexOf(SECTION);
        String json = (section >= 0 && section < NEAR ? script.substring(section + SECTION.length()) : script).strip();
        int start = firstOf(json, '{', '[');
        return start <= 0 ? json : json.substring(start);
    }

    private static int firstOf(String text, char one, char other) {
        int first = text.indexOf(one);
        int second = text.indexOf(other);
        return first < 0 ? second : second < 0 ? first : Math.min(first, second);
    }

    private void collect(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH || objects > MAX_OBJECTS) {
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, depth + 1));
        } else if (value instanceof Map<?, ?> object) {
            objects++;
            if (object.get("@id") instanceof String id && object.size() > 1) {
                byId.putIfAbsent(id, object);
            }
            if (types(object).anyMatch(ARTICLES::contains)) {
                articles.add(object);
            }
            for (String name : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf")) {
                collect(object.get(name), depth + 1);
            }
        }
    }

    private static Stream<String> types(Map<?, ?> object) {
        return LenientJson.list(object.get("@type")).stream()
                .filter(String.class::isInstance)
                .map(type -> ((String) type).toLowerCase(Locale.ROOT))
                .map(type -> type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1));
    }

    private void tell(Map<?, ?> article, PageFacts facts) {
        tell(facts, Property.HEADLINE, article.get("headline"));
        tell(facts, Property.HEADLINE, article.get("name"));
        tell(facts, Property.PUBLISHED, article.get("datePublished"));
        tell(facts, Property.PUBLISHED, article.get("dateCreated"));
        tell(facts, Property.UPDATED, article.get("dateModified"));
        LenientJson.list(article.get("author")).forEach(author -> tell(facts, Property.AUTHOR, name(author)));
        LenientJson.list(article.get("creator")).forEach(author -> tell(facts, Property.AUTHOR, name(author)));
        LenientJson.list(article.get("publisher")).forEach(one -> tell(facts, Property.PUBLISHER, name(one)));
        LenientJson.list(article.get("inLanguage")).forEach(one -> tell(facts, Property.LANGUAGE, language(one)));
        LenientJson.list(article.get("articleSection")).forEach(one -> tell(facts, Property.SECTION, one));
        LenientJson.list(article.get("genre")).forEach(one -> tell(facts, Property.SECTION, one));
        LenientJson.list(article.get("image")).forEach(one -> tell(facts, Property.IMAGE, url(one)));
        types(article).forEach(type -> tell(facts, Property.TYPE, type));
        tell(facts, Property.URL, url(article.get("mainEntityOfPage")));
        tell(facts, Property.URL, article.get("url"));
        facts.body(article.get("articleBody") instanceof String body ? body : null);
    }

    private static void tell(PageFacts facts, Property property, @Nullable Object value) {
        if (value instanceof String text) {
            facts.add(property, text, FieldOrigin.JSON_LD);
        }
    }

    private @Nullable Object name(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Object name = object.get("name");
            Map<?, ?> known = object.get("@id") instanceof String id ? byId.get(id) : null;
            Object found = name == null && known != null ? known.get("name") : name;
            return found instanceof List<?> list && !list.isEmpty() ? list.getFirst() : found;
        }
        return value;
    }

    private static @Nullable Object language(@Nullable Object value) {
        Object code = LenientJson.get(value, "alternateName");
        return value instanceof String ? value : code;
    }

    private @Nullable Object url(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<?, ?> known = object.get("@id") instanceof String id && object.size() == 1 ? byId.get(id) : null;
            Map<?, ?> target = known == null ? object : known;
            Object url = target.get("url") == null ? target.get("contentUrl") : target.get("url");
            Object first = url instanceof List<?> list && !list.isEmpty() ? list.getFirst() : url;
            return first == null ? target.get("@id") : first;
        }
        return value;
    }
}
