package org.khabar.article.importing.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.html.PageFacts.Property;

/** Collects what a page says of its article for machines: JSON-LD, then OpenGraph, microdata, and named metadata. */
final class FactsReader {

    private static final Map<String, Property> OPEN_GRAPH = properties(Map.of(
            Property.HEADLINE,
            List.of("og:title"),
            Property.PUBLISHED,
            List.of("article:published_time", "og:article:published_time", "article:published"),
            Property.UPDATED,
            List.of("article:modified_time", "og:updated_time"),
            Property.AUTHOR,
            List.of("article:author", "og:article:author"),
            Property.PUBLISHER,
            List.of("og:site_name"),
            Property.LANGUAGE,
            List.of("og:locale"),
            Property.URL,
            List.of("og:url"),
            Property.TYPE,
            List.of("og:type"),
            Property.SECTION,
            List.of("article:section"),
            Property.IMAGE,
            List.of("og:image", "og:image:secure_url")));

    private static final Map<String, Property> NAMED = properties(Map.of(
            Property.AUTHOR,
            List.of(
                    "author",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                    "cxenseparse:author"),
            Property.HEADLINE,
            List.of("twitter:title", "dc.title", "parsely-title", "sailthru.title"),
            Property.PUBLISHED,
            List.of(
                    "date",
                    "pubdate",
                    "pdate",
                    "publishdate",
                    "publish-date",
                    "publish_date",
                    "publication_date",
                    "publicationdate",
                    "published_date",
                    "article.published",
                    "dc.date",
                    "dc.date.issued",
                    "dcterms.created",
                    "dcterms.date",
                    "parsely-pub-date",
                    "sailthru.date",
                    "cxenseparse:recs:publishtime"),
            Property.UPDATED,
            List.of("last-modified", "lastmod", "dcterms.modified", "article.updated"),
            Property.PUBLISHER,
            List.of("application-name", "publisher", "dc.publisher"),
            Property.LANGUAGE,
            List.of("content-language", "language", "dc.language"),
            Property.SECTION,
            List.of("parsely-section", "section"),
            Property.IMAGE,
            List.of("twitter:image")));

    private static final Map<String, Property> MICRODATA = properties(Map.of(
            Property.HEADLINE,
            List.of("headline"),
            Property.PUBLISHED,
            List.of("datepublished", "datecreated"),
            Property.UPDATED,
            List.of("datemodified"),
            Property.AUTHOR,
            List.of("author", "creator"),
            Property.LANGUAGE,
            List.of("inlanguage"),
            Property.SECTION,
            List.of("articlesection")));

    private static final int MAX_MICRODATA = 200;

    private final Document page;
    private final PageFacts facts = new PageFacts();
    private final PageFacts later = new PageFacts();
    private boolean broken;
    private int microdata;

    FactsReader(Document page) {
        this.page = page;
    }

    /** What each name says. */
    private static Map<String, Property> properties(Map<Property, List<String>> names) {
        return names.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> Map.entry(name, entry.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    PageFacts read() {
        List<Element> scripts = page.getElementsByTag("script").stream()
                .filter(script -> script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
                .toList();
        JsonLd linked = JsonLd.read(scripts.stream().map(Element::data).toList());
        linked.tell(facts);
        broken = linked.isBroken();
        readElements();
        for (Property property : Property.values()) {
            later.list(property).forEach(value -> facts.add(property, value.value(), value.origin()));
        }
        return facts;
    }

    /** Whether the page has JSON-LD that could not be read to its end. */
    boolean isBroken() {
        return broken;
    }

    private void readElements() {
        PageFacts named = new PageFacts();
        NodeVisitor visitor = (Node node, int depth) -> {
            if (node instanceof Element element) {
                readElement(element, named);
            }
        };
        page.traverse(visitor);
        named.add(Property.LANGUAGE, page.select("html").attr("lang"), FieldOrigin.META);
        named.add(Property.HEADLINE, page.title(), FieldOrigin.META);
        for (Property property : Property.values()) {
            named.list(property).forEach(value -> later.add(property, value.value(), value.origin()));
        }
    }

    private void readElement(Element element, PageFacts named) {
        switch (element.normalName()) {
            case "meta" -> readMeta(element, named);
            case "link" -> readLink(element, named);
            default -> readMicrodata(element);
        }
    }

    private void readMeta(Element meta, PageFacts named) {
        String content = meta.attr("content");
        for (String key : List.of(meta.attr("property"), meta.attr("name"), meta.attr("http-equiv"))) {
            String name = key.strip().toLowerCase(Locale.ROOT);
            Property open = OPEN_GRAPH.get(name);
            if (open != null) {
                facts.add(open, content, FieldOrigin.OPEN_GRAPH);
            }
            Property other = NAMED.get(name);
            if (other != null) {
                named.add(other, content, FieldOrigin.META);
            }
        }
        readMicrodata(meta);
    }

    private static void readLink(Element link, PageFacts named) {
        String relation = link.attr("rel").toLowerCase(Locale.ROOT);
        if (relation.equals("canonical")) {
            named.add(
                    Property.URL,
                    link.attr("abs:href").isEmpty() ? link.attr("href") : link.attr("abs:href"),
                    FieldOrigin.META);
        }
    }

    private void readMicrodata(Element element) {
        String names = element.attr("itemprop");
        if (names.isEmpty()) {
            return;
        }
        for (String name : names.toLowerCase(Locale.ROOT).split("\\s+")) {
            Property property = MICRODATA.get(name);
            if (property != null && microdata < MAX_MICRODATA && !MicrodataItems.isOfAnother(element)) {
                microdata++;
                later.add(property, MicrodataItems.value(element, property), FieldOrigin.MICRODATA);
            }
        }
    }
}
