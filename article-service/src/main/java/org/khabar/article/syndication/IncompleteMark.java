package org.khabar.article.syndication;

import org.jdom2.Element;
import org.jdom2.Namespace;

/** An element of our own that says, for those who read no headers, that a feed does not have all articles yet. */
final class IncompleteMark {

    private static final Namespace KHABAR = Namespace.getNamespace("khabar", "urn:khabar:feed");
    private static final String WORDS =
            "Articles that were stored before the last update are still being indexed; some are not found yet.";

    private IncompleteMark() {}

    /** Adds it where it is true. */
    static void add(Element feed, boolean complete) {
        if (!complete) {
            feed.addContent(0, new Element("incomplete", KHABAR).setText(WORDS));
        }
    }
}
