package org.khabar.article.importing.html;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.importing.page.PageWords;

/** Recognises by their words the passages that sites put into articles. */
final class SitePhrases {

    private static final int LONGEST_FAREWELL = 400;

    /** "Image 3 of 5", "صورة 1 من 4". */
    private static final Pattern COUNTER = Pattern.compile(
            "(?:image|photo|slide|picture|صورة)?\\s?\\d{1,3}\\s?(?:of|sur|de|من|/)\\s?\\d{1,3}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** How newsrooms take leave of their readers: where to follow, write to and subscribe. */
    private static final Pattern FAREWELL = Pattern.compile(
            "\\bfollow (?:him|her|them|us|me|@\\w+)(?: \\S+){0,3} (?:on|at) (?:x|twitter|facebook|instagram|threads|google)\\b"
                    + "|\\bfollow [^.]{0,40}@\\w+|\\bon twitter (?:at )?@\\w+|\\b(?:sign up|subscribe) (?:to|for|now|here|today)\\b"
                    + "|\\b(?:our|the|free|daily|weekly) newsletters?\\b|\\bto your inbox\\b|\\bin your inbox\\b"
                    + "|\\b(?:have|got) a (?:news )?tip\\?|\\bsubject to copyright\\b|\\bno part may be reproduced\\b"
                    + "|\\bsuivez[- ](?:nous|le|la|les)\\b[^.]{0,30} sur\\b|\\babonnez-vous\\b|\\binscrivez-vous\\b|\\bnotre newsletter\\b"
                    + "|(?:تابعوا|تابعونا|تابعنا|تابعوه|تابعوها)\\s[^.]{0,30}(?:على|عبر)\\s|اشترك(?:وا)?\\s(?:الآن\\s)?(?:في|بـ)"
                    + "|لمتابعة\\s(?:آخر|أحدث)\\s[^.]{0,60}(?:قناتنا|تطبيق|واتساب|غوغل|جوجل|تلغرام)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SitePhrases() {}

    /** Why a passage is none of the article wherever it stands in it; null when its words do not say so. */
    static @Nullable LeftOutReason find(String passage) {
        if (passage.length() <= 40 && COUNTER.matcher(passage).matches()) {
            return LeftOutReason.PHOTO;
        }
        return PageWords.findPhrase(passage).map(PageWords.Phrase::reason).orElse(null);
    }

    /** Whether a passage near the end of an article asks its readers for something. */
    static boolean isFarewell(String passage) {
        return passage.length() <= LONGEST_FAREWELL && FAREWELL.matcher(passage).find();
    }
}
