package org.khabar.article.importing.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** The bytes of a feed as ROME's model. */
final class FeedDocument {

    /** Feeds nest a few elements; XHTML inside of them some more. Deeper trees are for breaking those who walk them. */
    private static final int MAX_DEPTH = 80;

    private FeedDocument() {}

    /** @param charset the one that was stated beside the bytes; null when none was */
    static SyndFeed read(byte[] bytes, @Nullable String charset) throws UnreadablePage {
        DepthFilter depth = new DepthFilter();
        try {
            Document document = builder(depth).build(source(bytes, charset));
            return new SyndFeedInput().build(document);
        } catch (JDOMParseException malformed) {
            throw depth.isPassed() ? tooDeep() : refused(malformed);
        } catch (IOException malformed) {
            throw new UnreadablePage(
                    Reason.MALFORMED,
                    "The feed is not in the encoding that it states, or in none that is known.",
                    null);
        } catch (JDOMException | FeedException | RuntimeException malformed) {
            // What a reader of feeds throws at what it does not expect is its own affair.
            throw new UnreadablePage(Reason.MALFORMED, "This is no feed by RSS or Atom.", null);
        }
    }

    /**
     * What was stated beside a document counts before what it says itself (RFC 7303, 3.3), but a byte order mark before
     * both. A name of no charset counts for nothing, and neither does one that the bytes are not in.
     */
    private static InputSource source(byte[] bytes, @Nullable String charset) {
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        if (charset != null && !hasByteOrderMark(bytes) && isIn(bytes, charset)) {
            source.setEncoding(charset);
        }
        return source;
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE || first == 0xEFBB;
    }

    private static boolean isIn(byte[] bytes, String charset) {
        try {
            CharBuffer decoded = Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes));
            return decoded.hasRemaining();
        } catch (CharacterCodingException | IllegalArgumentException other) {
            return false;
        }
    }

    private static UnreadablePage tooDeep() {
        return new UnreadablePage(
                Reason.TOO_LONG, "The feed nests its elements deeper than %d.".formatted(MAX_DEPTH), null);
    }

    private static UnreadablePage refused(JDOMParseException malformed) {
        int line = malformed.getLineNumber();
        String where = line > 0 ? " (line %d, column %d)".formatted(line, malformed.getColumnNumber()) : "";
        String message = String.valueOf(malformed.getMessage());
        String what = message.contains("DOCTYPE")
                ? "The feed has a document type declaration, which is not allowed"
                : "The feed is no well-formed XML";
        return new UnreadablePage(Reason.MALFORMED, what + where + ".", line > 0 ? line : null);
    }

    /** Reads no document type and nothing outside of the document. */
    private static SAXBuilder builder(DepthFilter depth) {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setExpandEntities(false);
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        builder.setXMLFilter(depth);
        return builder;
    }

    /** Ends the reading of a document that nests too deep. */
    private static final class DepthFilter extends XMLFilterImpl {
        private int depth;

        boolean isPassed() {
            return depth > MAX_DEPTH;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            if (++depth > MAX_DEPTH) {
                throw new SAXException("nested too deep");
            }
            super.startElement(uri, localName, name, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String name) throws SAXException {
            depth--;
            super.endElement(uri, localName, name);
        }
    }
}
