package org.khabar.article.syndication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * News sitemaps and their index.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 */
final class NewsSitemap {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private NewsSitemap() {}

    /** Writes elements, without the start and the end of the document. */
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** A sitemap of articles that have URLs. */
    static byte[] write(List<SyndicatedArticle> articles) {
        return document("urlset", xml -> {
            xml.writeNamespace("news", NEWS);
            for (SyndicatedArticle article : articles) {
                write(xml, article);
            }
        });
    }

    /** An index of the sitemaps at these addresses. */
    static byte[] writeIndex(List<String> addresses) {
        return document("sitemapindex", xml -> {
            for (String address : addresses) {
                xml.writeStartElement("sitemap");
                element(xml, "loc", address);
                xml.writeEndElement();
            }
        });
    }

    private static void write(XMLStreamWriter xml, SyndicatedArticle article) throws XMLStreamException {
        String url = article.article().url();
        if (url == null) {
            throw new IllegalArgumentException("article " + article.article().id() + " has no URL");
        }
        xml.writeStartElement("url");
        element(xml, "loc", AsciiUrl.of(url));
        xml.writeStartElement("news:news");
        xml.writeStartElement("news:publication");
        element(xml, "news:name", article.outletName());
        element(xml, "news:language", newsLanguage(article));
        xml.writeEndElement();
        element(
                xml,
                "news:publication_date",
                article.article().publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        element(xml, "news:title", article.article().headline());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** ISO 639 without region or script, save the two Chinese ones that the protocol names. */
    private static String newsLanguage(SyndicatedArticle article) {
        String language = article.language().toLowerCase(Locale.ROOT);
        if (language.startsWith("zh-cn") || language.startsWith("zh-tw")) {
            return language.substring(0, 5);
        }
        String primary = language.split("-", 2)[0];
        if (!primary.isEmpty()) {
            return primary;
        }
        List<String> ofOutlet = article.outlet().languages();
        return ofOutlet.isEmpty() ? "ar" : ofOutlet.getFirst().split("-", 2)[0];
    }

    private static byte[] document(String root, Content content) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(written, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(SITEMAP);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return written.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }
}
