package org.khabar.article.syndication;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** A feed as RSS 2.0, with Dublin Core for creators and languages, whose own elements take addresses and one language. */
final class RssFeed {

    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    private RssFeed() {}

    static Channel of(Feed feed) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(XmlText.of(feed.title()));
        channel.setDescription(XmlText.of(feed.title()));
        channel.setLink(XmlText.of(feed.self().toString()));
        channel.setLastBuildDate(Date.from(feed.updated()));
        channel.setGenerator("Khabar");
        if (!feed.language().isEmpty()) {
            channel.setLanguage(XmlText.of(feed.language()));
        }
        int withText = feed.entriesWithText();
        List<Item> items = new ArrayList<>();
        for (SyndicatedArticle article : feed.entries()) {
            items.add(item(article, items.size() < withText));
        }
        channel.setItems(items);
        return channel;
    }

    /** The address of the feed itself, as the RSS Advisory Board's profile recommends. */
    static void addSelf(Document document, Feed feed) {
        Element self = new Element("link", ATOM)
                .setAttribute("href", XmlText.of(feed.self().toString()))
                .setAttribute("rel", "self")
                .setAttribute("type", "application/rss+xml");
        Element root = document.getRootElement();
        root.addNamespaceDeclaration(ATOM);
        root.getChild("channel").addContent(0, self);
    }

    private static Item item(SyndicatedArticle article, boolean withText) {
        Item item = new Item();
        item.setTitle(XmlText.of(article.article().headline()));
        item.setGuid(guid(article));
        item.setPubDate(Date.from(article.article().publishedAt()));
        item.setCategories(List.of(category(article)));
        String url = article.article().url();
        if (url != null) {
            item.setLink(AsciiUrl.of(url));
        }
        String summary = article.summary();
        if (summary != null) {
            Description description = new Description();
            description.setValue(XmlText.escaped(summary));
            item.setDescription(description);
        }
        if (withText) {
            Content content = new Content();
            content.setValue(BodyMarkup.html(article));
            item.setContent(content);
        }
        item.setModules(List.of(dublinCore(article)));
        return item;
    }

    private static DCModuleImpl dublinCore(SyndicatedArticle article) {
        DCModuleImpl module = new DCModuleImpl();
        String byline = article.article().byline();
        module.setCreator(XmlText.of(byline == null ? article.outletName() : byline));
        module.setPublisher(XmlText.of(article.outletName()));
        if (!article.language().isEmpty()) {
            module.setLanguage(XmlText.of(article.language()));
        }
        return module;
    }

    private static Guid guid(SyndicatedArticle article) {
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(article.urn());
        return guid;
    }

    private static Category category(SyndicatedArticle article) {
        Category category = new Category();
        category.setValue(article.article().kind().name().toLowerCase(Locale.ROOT));
        return category;
    }
}
