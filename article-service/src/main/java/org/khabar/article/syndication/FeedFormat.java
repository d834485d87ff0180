package org.khabar.article.syndication;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** The forms that a feed is written in. */
enum FeedFormat {
    ATOM("application/atom+xml;charset=UTF-8") {
        @Override
        byte[] write(Feed feed) {
            Document document = document(AtomFeed.of(feed));
            AtomFeed.addLanguages(document, feed);
            IncompleteMark.add(document.getRootElement(), feed.complete());
            return bytes(document);
        }
    },
    RSS("application/rss+xml;charset=UTF-8") {
        @Override
        byte[] write(Feed feed) {
            Document document = document(RssFeed.of(feed));
            RssFeed.addSelf(document, feed);
            IncompleteMark.add(document.getRootElement().getChild("channel"), feed.complete());
            return bytes(document);
        }
    };

    private final String mediaType;

    FeedFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, with the charset. */
    String mediaType() {
        return mediaType;
    }

    abstract byte[] write(Feed feed);

    private static Document document(WireFeed feed) {
        try {
            return new WireFeedOutput().outputJDom(feed);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** UTF-8, in which nothing needs a reference for its encoding's sake; white space within texts stays as it is. */
    private static byte[] bytes(Document document) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");
            format.setEscapeStrategy(character -> false);
            new XMLOutputter(format).output(document, written);
            return written.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
