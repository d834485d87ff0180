package org.khabar.article.importing.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What tags, roles, classes and ids say of an element that holds the article. */
final class ArticleHints {

    private static final double SURE = 2.5;
    private static final double LIKELY = 1.5;
    private static final double PERHAPS = 1.15;

    private static final Set<String> WHAT = Set.of(
            "article articles entry post story news page main detail details single content blog text body node field"
                    .split(" "));
    private static final Set<String> PART =
            Set.of("body text content contents copy main inner detail details container area wrap wrapper".split(" "));
    private static final Set<String> SURE_NAMES = Set.of(
            "articlebody storybody storytext articletext articlecontent entrycontent postcontent newsbody newstext"
                    .split(" "));

    private static final Set<String> STANDFIRSTS = Set.of(
            "standfirst chapo chapeau lead lede intro introduction summary excerpt dek deck subtitle subheadline subhead abstract"
                    .split(" "));

    private ArticleHints() {}

    /** By how much more likely an element holds the article than one that says nothing; from 1 on. */
    static double weight(Element element) {
        String tag = element.normalName();
        if (isBody(element.attr("itemprop")) || isBody(element.attr("property"))) {
            return SURE;
        }
        double named = Math.max(ofNames(element.className()), ofNames(element.id()));
        boolean tagged = tag.equals("article") || element.attr("role").equals("article");
        return Math.max(named, tagged ? LIKELY : tag.equals("main") ? PERHAPS : 1);
    }

    /** Whether an element says by its tag or its property that it is a whole article. */
    static boolean isArticle(Element element) {
        return element.normalName().equals("article") || isBody(element.attr("itemprop"));
    }

    static boolean isBody(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return name.equals("articlebody") || name.endsWith(":articlebody") || name.equals("content:encoded");
    }

    /** Whether an element, or the one around it, is named as what stands between a headline and a text. */
    static boolean isStandfirst(Spot spot) {
        Spot around = spot.parent;
        return isNamedStandfirst(spot.element) || (around != null && isNamedStandfirst(around.element));
    }

    private static boolean isNamedStandfirst(Element element) {
        String names = element.className();
        return !names.isEmpty()
                && names.length() <= SiteHints.MAX_NAMES
                && Arrays.stream(SiteHints.words(names)).anyMatch(STANDFIRSTS::contains);
    }

    private static double ofNames(String names) {
        if (names.isEmpty() || names.length() > SiteHints.MAX_NAMES) {
            return 1;
        }
        double most = 1;
        for (String name : names.split("\\s+")) {
            most = Math.max(most, ofName(name));
        }
        return most;
    }

    private static double ofName(String name) {
        String[] words = SiteHints.words(name);
        double most = 1;
        for (int i = 0; i < words.length; i++) {
            if (SURE_NAMES.contains(words[i])) {
                return LIKELY * PERHAPS;
            }
            boolean pair = i > 0 && WHAT.contains(words[i - 1]) && PART.contains(words[i]);
            most = Math.max(most, pair ? LIKELY : WHAT.contains(words[i]) ? PERHAPS : 1);
        }
        return most;
    }
}
