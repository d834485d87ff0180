package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.html.HtmlOutline.Picture;
import org.khabar.article.text.StorableText;

/** Reads the images of an article: their address, also where it is loaded late, their caption and whom to credit. */
final class FigureReader {

    private static final int MAX_URL = 2048;
    private static final int SMALLEST = 60;
    private static final int LEVELS = 4;
    private static final int MAX_CAPTIONS = 4;
    private static final int MAX_CAPTION = 1000;
    private static final int MAX_FIGURES = 500;

    private static final List<String> SOURCES =
            List.of("data-src", "data-lazy-src", "data-original", "data-lazy", "data-image-src", "src");

    private static final Pattern CREDIT = Pattern.compile(
            "[(\\[]?\\s?(?:photo(?:graph)?|image|picture|crédits?(?: photos?)?|credits?|photo credit|source|©|تصوير|عدسة|الصورة|المصدر)"
                    + "\\s?[:：/]\\s?([^()\\[\\]:|]{2,80}?)[)\\].]?$|©\\s?([^()\\[\\]©]{2,80}?)[)\\].]?$"
                    + "|[(\\[]([^()\\[\\]]{2,60})[)\\]]$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final HtmlOutline outline;

    FigureReader(HtmlOutline outline) {
        this.outline = outline;
    }

    /** The images before whose following passage is one of a range, which no part of the site holds. */
    List<Figure> read(int from, int to) {
        List<Figure> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Picture picture : outline.pictures()) {
            boolean inside = picture.before() >= from && picture.before() <= to && picture.spot().reason == null;
            if (inside && figures.size() < MAX_FIGURES) {
                read(picture).filter(figure -> seen.add(figure.url())).ifPresent(figures::add);
            }
        }
        return figures;
    }

    private Optional<Figure> read(Picture picture) {
        return url(picture.element()).filter(url -> !isSmall(picture.element())).map(url -> figure(picture, url));
    }

    private Figure figure(Picture picture, String url) {
        Set<Passage> captions = captions(picture);
        String text = captions.stream().map(Passage::text).collect(Collectors.joining(" "));
        if (text.isEmpty() || text.length() > MAX_CAPTION) {
            return new Figure(url, null, null, picture.before(), captions);
        }
        Matcher credit = CREDIT.matcher(text);
        if (!credit.find() || !isName(credited(credit))) {
            return new Figure(url, text, null, picture.before(), captions);
        }
        String rest = text.substring(0, credit.start())
                .replaceFirst("[\\s|–—/.-]+$", "")
                .strip();
        boolean period = text.startsWith(".", rest.length());
        return new Figure(
                url, rest.isEmpty() ? null : period ? rest + "." : rest, credited(credit), picture.before(), captions);
    }

    private static String credited(Matcher credit) {
        for (int group = 1; group <= 3; group++) {
            if (credit.group(group) != null) {
                return credit.group(group).strip();
            }
        }
        return "";
    }

    /** What stands in brackets at a caption's end can be anything: a credit has few words and no figures. */
    private static boolean isName(String text) {
        return text.split(" ").length <= 6 && text.chars().noneMatch(Character::isDigit);
    }

    private Set<Passage> captions(Picture picture) {
        Spot at = picture.spot();
        for (int level = 0; level < LEVELS && at != null && !at.isBody(); level++) {
            Set<Passage> captions = captionsIn(at);
            if (!captions.isEmpty() || at.element.normalName().equals("figure")) {
                return captions;
            }
            if (at.to - at.from > MAX_CAPTIONS) {
                return Set.of();
            }
            at = at.parent;
        }
        return Set.of();
    }

    private Set<Passage> captionsIn(Spot spot) {
        Set<Passage> captions = new LinkedHashSet<>();
        int last = Math.min(spot.to, spot.from + MAX_CAPTIONS * 2);
        for (Passage passage : outline.passages().subList(spot.from, last)) {
            if (passage.form() == Passage.Form.CAPTION && captions.size() < MAX_CAPTIONS) {
                captions.add(passage);
            }
        }
        return captions;
    }

    private static Optional<String> url(Element image) {
        for (String attribute : SOURCES) {
            String url = image.attr(attribute).strip();
            if (!url.isEmpty() && !url.startsWith("data:")) {
                return absolute(image, attribute);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> absolute(Element image, String attribute) {
        String url = image.attr(attribute).length() > MAX_URL ? "" : image.absUrl(attribute);
        String lower = url.toLowerCase(Locale.ROOT);
        boolean web = lower.startsWith("https://") || lower.startsWith("http://");
        return web && url.length() <= MAX_URL && StorableText.isStorable(url) ? Optional.of(url) : Optional.empty();
    }

    /** Icons and the images of one point by which sites count their readers. */
    private static boolean isSmall(Element image) {
        return isSmall(image.attr("width")) || isSmall(image.attr("height"));
    }

    private static boolean isSmall(@Nullable String size) {
        return size != null && size.matches("\\d{1,2}(?:px)?") && Integer.parseInt(size.replace("px", "")) < SMALLEST;
    }
}
