package org.khabar.article.importing.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that open bylines, and how far each is to be believed: headlines open with some of them as well. */
enum BylineLabel {
    /** Only ever says who wrote a text. */
    AUTHOR(
            "(?:بقلم|بواسطة|كتبها|كتبه|أجرى الحوار|حاوره|حاورها)(?:\\s*+[:：/-]|(?=\\s))"
                    + "|(?:كتب|كتبت|إعداد|اعداد)\\s*+[:：/-]"
                    + "|(?:written by|reporting by)(?:\\s*+:|(?=\\s))"
                    + "|(?:écrit par|propos recueillis par|rédigé par|auteur|by|par)\\s*+:"
                    + "|(?:écrit par|propos recueillis par|rédigé par)(?=\\s)",
            1),
    /** A word of sentences too: "كتب الوزير", "Par ailleurs", "By land and sea". */
    WORD("(?:كتب|كتبت|by|par)(?=\\s)", 2),
    /** A word that headlines set before a colon: "تقرير: ارتفاع الأسعار". */
    REPORT("(?:تحرير|ترجمة|تقرير|مراسل|مراسلة)\\s*+[:：/-]", 2),
    /** Says where a text was taken from. */
    SOURCE("(?:المصدر|المصادر|source|crédit|credit)\\s*+[:：]", 1),
    /** Says so too, and opens headlines: "مصادر: اتفاق وشيك". */
    SOURCES("(?:مصدر|مصادر|sources)\\s*+[:：]", 1),
    /** Says whose text was used beside one's own. */
    WITH("(?:avec|with)(?=\\s)", 1);

    private final Pattern pattern;
    private final int minNameWords;

    BylineLabel(String words, int minNameWords) {
        pattern = Pattern.compile("^(?:" + words + ")\\s*+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.minNameWords = minNameWords;
    }

    /** A label and what stands behind it. */
    record Found(BylineLabel label, String rest) {}

    static @Nullable Found find(String text) {
        for (BylineLabel label : values()) {
            Matcher matcher = label.pattern.matcher(text);
            if (matcher.find()) {
                return new Found(label, text.substring(matcher.end()).strip());
            }
        }
        return null;
    }

    /** How many words a name has at least that this label makes a byline. */
    int minNameWords() {
        return minNameWords;
    }

    boolean isSource() {
        return this == SOURCE || this == SOURCES || this == WITH;
    }
}
