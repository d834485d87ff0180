package org.khabar.article.syndication;

/** Makes text that XML 1.0 can hold. */
final class XmlText {

    private XmlText() {}

    /**
     * The text without the characters that XML 1.0 has no way to write: controls but tab and line ends, U+FFFE, U+FFFF,
     * halves of surrogate pairs. All else stays as it is, marks of direction included.
     *
     * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2 Characters</a>
     */
    static String of(String text) {
        if (text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** The text as it stands in an element or a quoted attribute of HTML and XML. */
    static String escaped(String text) {
        return of(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
