package org.khabar.article.importing.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title of a page as browsers show it: the headline, a sign, and the site's name. */
record PageTitle(String headline, String site) {

    private static final Pattern SIGN = Pattern.compile("\\s++[|–—-]\\s++|\\s*+\\|\\s*+|\\s++[:»]\\s++");
    private static final int MIN_HEADLINE_WORDS = 3;

    /** A line cut at its last such sign; whether what stands behind it is a site is for the caller to know. */
    static Optional<PageTitle> of(PageLine line) {
        if (line.hasGap()) {
            return Optional.empty();
        }
        Matcher sign = SIGN.matcher(line.text());
        int start = -1;
        int end = -1;
        while (sign.find()) {
            start = sign.start();
            end = sign.end();
        }
        if (start <= 0 || end >= line.text().length()) {
            return Optional.empty();
        }
        String headline = line.text().substring(0, start).strip();
        return headline.split("\\s+").length < MIN_HEADLINE_WORDS
                ? Optional.empty()
                : Optional.of(new PageTitle(headline, line.text().substring(end).strip()));
    }
}
