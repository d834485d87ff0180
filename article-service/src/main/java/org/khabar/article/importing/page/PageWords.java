package org.khabar.article.importing.page;

import java.util.Optional;
import org.khabar.article.importing.draft.LeftOutReason;

/** What is known of the words that sites put around and into articles, for parsers of other forms of pages. */
public final class PageWords {

    private PageWords() {}

    /**
     * A phrase of a site.
     *
     * @param ends whether it can say that the article is over
     * @param links whether links may follow it
     */
    public record Phrase(LeftOutReason reason, boolean ends, boolean links) {}

    /** The phrase that a passage is, or begins with where it is no text of the article. */
    public static Optional<Phrase> findPhrase(String passage) {
        return findPhrase(PageLine.of(1, passage, true));
    }

    private static Optional<Phrase> findPhrase(PageLine line) {
        return ChromePhrases.get()
                .find(line)
                .filter(phrase -> phrase.role() != ChromePhrases.Role.SECTION)
                .map(phrase -> new Phrase(phrase.reason(), phrase.ends(), phrase.role() == ChromePhrases.Role.LINKS))
                .or(() -> Solicitations.isLine(line)
                        ? Optional.of(new Phrase(LeftOutReason.NEWSLETTER, false, false))
                        : Optional.empty());
    }

    /** The BCP 47 tag of a text's language when it is Arabic, French or English. */
    public static Optional<String> guessLanguage(String text) {
        return LanguageGuess.guess(text);
    }
}
