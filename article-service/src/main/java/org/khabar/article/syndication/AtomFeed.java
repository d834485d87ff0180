package org.khabar.article.syndication;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** A feed as Atom. */
final class AtomFeed {

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    private AtomFeed() {}

    static Feed of(org.khabar.article.syndication.Feed feed) {
        Feed atom = new Feed("atom_1.0");
        atom.setId(XmlText.of(feed.self().toString()));
        atom.setTitleEx(text(feed.title()));
        atom.setUpdated(date(feed.updated()));
        atom.setOtherLinks(List.of(link("self", feed.self().toString(), "application/atom+xml")));
        atom.setGenerator(generator());
        atom.setAuthors(List.of(person("Khabar")));
        int withText = feed.entriesWithText();
        List<Entry> entries = new ArrayList<>();
        for (SyndicatedArticle article : feed.entries()) {
            entries.add(entry(article, entries.size() < withText));
        }
        atom.setEntries(entries);
        return atom;
    }

    /** ROME writes no languages: those of the entries, and the feed's where they share one. */
    static void addLanguages(Document document, org.khabar.article.syndication.Feed feed) {
        Element root = document.getRootElement();
        addLanguage(root, feed.language());
        List<Element> entries = root.getChildren("entry", ATOM);
        for (int i = 0; i < entries.size(); i++) {
            addLanguage(entries.get(i), feed.entries().get(i).language());
        }
    }

    private static void addLanguage(Element element, String language) {
        if (!language.isEmpty()) {
            element.setAttribute("lang", XmlText.of(language), Namespace.XML_NAMESPACE);
        }
    }

    private static Entry entry(SyndicatedArticle article, boolean withText) {
        Entry entry = new Entry();
        entry.setId(article.urn());
        entry.setTitleEx(text(article.article().headline()));
        entry.setPublished(date(article.article().publishedAt()));
        entry.setUpdated(date(article.article().updatedAt()));
        entry.setAuthors(authors(article));
        entry.setCategories(List.of(category(article)));
        String url = article.article().url();
        if (url != null) {
            entry.setAlternateLinks(List.of(link("alternate", url, "text/html")));
        }
        String summary = article.summary();
        if (summary != null) {
            entry.setSummary(text(summary));
        }
        if (withText) {
            entry.setContents(List.of(content("html", BodyMarkup.html(article))));
        }
        return entry;
    }

    private static List<com.rometools.rome.feed.synd.SyndPerson> authors(SyndicatedArticle article) {
        String byline = article.article().byline();
        return List.of(person(byline == null ? article.outletName() : byline));
    }

    private static Category category(SyndicatedArticle article) {
        Category category = new Category();
        category.setTerm(article.article().kind().name().toLowerCase(Locale.ROOT));
        category.setScheme("urn:khabar:kind");
        return category;
    }

    private static com.rometools.rome.feed.synd.SyndPerson person(String name) {
        Person person = new Person();
        person.setName(XmlText.of(name));
        return person;
    }

    private static Content text(String value) {
        return content("text", value);
    }

    private static Content content(String type, String value) {
        Content content = new Content();
        content.setType(type);
        content.setValue(XmlText.of(value));
        return content;
    }

    private static Link link(String relation, String address, @Nullable String type) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(XmlText.of(address));
        link.setType(type);
        return link;
    }

    private static Generator generator() {
        Generator generator = new Generator();
        generator.setValue("Khabar");
        return generator;
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
