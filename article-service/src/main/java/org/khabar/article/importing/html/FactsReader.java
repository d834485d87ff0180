package org.khabar.article.importing.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.html.PageFacts.Property;

/** Collects what a page says of its article for machines: JSON-LD, then OpenGraph, microdata, and named metadata. */
final class FactsReader {

    private static final Map<String, Property> OPEN_GRAPH = Map.ofEntries(
            Map.entry("og:title", Property.HEADLINE),
            Map.entry("article:published_time", Property.PUBLISHED),
            Map.entry("og:article:published_time", Property.PUBLISHED),
            Map.entry("article:published", Property.PUBLISHED),
            Map.entry("article:modified_time", Property.UPDATED),
            Map.entry("og:updated_time", Property.UPDATED),
            Map.entry("article:author", Property.AUTHOR),
            Map.entry("og:article:author", Property.AUTHOR),
            Map.entry("og:site_name", Property.PUBLISHER),
            Map.entry("og:locale", Property.LANGUAGE),
            Map.entry("og:url", Property.URL),
            Map.entry("og:type", Property.TYPE),
            Map.entry("article:section", Property.SECTION),
            Map.entry("og:image", Property.IMAGE),
            Map.entry("og:image:secure_url", Property.IMAGE));

    private static final Map<String, Property> NAMED = Map.ofEntries(
            Map.entry("author", Property.AUTHOR),
            Map.entry("dc.creator", Property.AUTHOR),
            Map.entry("dcterms.creator", Property.AUTHOR),
            Map.entry("parsely-author", Property.AUTHOR),
            Map.entry("sailthru.author", Property.AUTHOR),
            Map.entry("byl", Property.AUTHOR),
            Map.entry("cxenseparse:author", Property.AUTHOR),
            Map.entry("twitter:title", Property.HEADLINE),
            Map.entry("dc.title", Property.HEADLINE),
            Map.entry("parsely-title", Property.HEADLINE),
            Map.entry("sailthru.title", Property.HEADLINE),
            Map.entry("date", Property.PUBLISHED),
            Map.entry("pubdate", Property.PUBLISHED),
            Map.entry("pdate", Property.PUBLISHED),
            Map.entry("publishdate", Property.PUBLISHED),
            Map.entry("publish-date", Property.PUBLISHED),
            Map.entry("publish_date", Property.PUBLISHED),
            Map.entry("publication_date", Property.PUBLISHED),
            Map.entry("publicationdate", Property.PUBLISHED),
            Map.entry("published_date", Property.PUBLISHED),
            Map.entry("article.published", Property.PUBLISHED),
            Map.entry("dc.date", Property.PUBLISHED),
            Map.entry("dc.date.issued", Property.PUBLISHED),
            Map.entry("dcterms.created", Property.PUBLISHED),
            Map.entry("dcterms.date", Property.PUBLISHED),
            Map.entry("parsely-pub-date", Property.PUBLISHED),
            Map.entry("sailthru.date", Property.PUBLISHED),
            Map.entry("cxenseparse:recs:publishtime", Property.PUBLISHED),
            Map.entry("last-modified", Property.UPDATED),
            Map.entry("lastmod", Property.UPDATED),
            Map.entry("dcterms.modified", Property.UPDATED),
            Map.entry("article.updated", Property.UPDATED),
            Map.entry("application-name", Property.PUBLISHER),
            Map.entry("publisher", Property.PUBLISHER),
            Map.entry("dc.publisher", Property.PUBLISHER),
            Map.entry("content-language", Property.LANGUAGE),
            Map.entry("language", Property.LANGUAGE),
            Map.entry("dc.language", Property.LANGUAGE),
            Map.entry("parsely-section", Property.SECTION),
            Map.entry("section", Property.SECTION),
            Map.entry("twitter:image", Property.IMAGE));

    private static final Map<String, Property> MICRODATA = Map.ofEntries(
            Map.entry("headline", Property.HEADLINE),
            Map.entry("datepublished", Property.PUBLISHED),
            Map.entry("datecreated", Property.PUBLISHED),
            Map.entry("datemodified", Property.UPDATED),
            Map.entry("author", Property.AUTHOR),
            Map.entry("creator", Property.AUTHOR),
            Map.entry("inlanguage", Property.LANGUAGE),
            Map.entry("articlesection", Property.SECTION));

    private static final int MAX_MICRODATA = 200;

    private final Document page;
    private final PageFacts facts = new PageFacts();
    private final PageFacts later = new PageFacts();
    private boolean broken;
    private int microdata;

    FactsReader(Document page) {
        this.page = page;
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
