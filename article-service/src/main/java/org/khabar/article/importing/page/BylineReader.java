package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/**
 * Reads bylines: {@code outlet – credit}, {@code outlet - person}, {@code بقلم: …}, {@code Par …}, {@code By …},
 * {@code المصدر: …}.
 */
final class BylineReader {

    private static final int MAX_WORDS = 14;
    private static final int MAX_NAME_WORDS = 6;

    /** Between the parts of a byline; possessive, so that it takes time in proportion to the line. */
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s++[–—/-]\\s*+|\\s*+[|+•·،,]\\s*+|\\s*+[–—]\\s*+|\\s++(?:avec|with|and|et|مع)\\s++");

    private static final Pattern AUTHOR_LABEL = Pattern.compile(
            "^(?:(?:كتبها|كتبه|كتبت|كتب|بقلم|إعداد|اعداد|تحرير|حاوره|حاورها|أجرى الحوار|ترجمة|تقرير|مراسل|مراسلة)\\s*+[:：/-]"
                    + "|(?:كتبت|كتبها|كتبه|كتب|بقلم)(?=\\s)"
                    + "|(?:written by|reporting by|by)(?:\\s*+:|(?=\\s))"
                    + "|(?:écrit par|propos recueillis par|rédigé par|auteur|par)(?:\\s*+:|(?=\\s)))\\s*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SOURCE_LABEL = Pattern.compile(
            "^(?:المصدر|المصادر|مصدر|source|sources|crédit|credit)\\s*+[:：]\\s*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final OutletNames outlets;

    BylineReader(OutletNames outlets) {
        this.outlets = outlets;
    }

    /** A byline that shows itself as one by a label, an outlet's name or a credit. */
    Optional<Byline> read(PageLine line) {
        return line.words() > MAX_WORDS ? Optional.empty() : read(line.text());
    }

    /** The same for a part of a line. */
    Optional<Byline> read(String text) {
        Matcher source = SOURCE_LABEL.matcher(text);
        if (source.find()) {
            String credit = text.substring(source.end()).strip();
            return credit.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Byline(
                            null, false, credit, outlets.findByName(credit).orElse(null)));
        }
        Matcher author = AUTHOR_LABEL.matcher(text);
        if (author.find()) {
            return labelled(text.substring(author.end()).strip());
        }
        return unlabelled(text);
    }

    /** A name and nothing else, which is a byline only where bylines stand: beside the date line. */
    static boolean looksLikeName(PageLine line) {
        int words = line.words();
        return words >= 2
                && words <= 5
                && !line.endsSentence()
                && line.text().codePoints().noneMatch(Character::isDigit)
                && BodyForms.bulletOf(line.text()).isEmpty()
                && startsUpperOrUncased(line.text());
    }

    private Optional<Byline> labelled(String rest) {
        List<Part> parts = parts(rest);
        boolean readable = !parts.isEmpty()
                && parts.stream().allMatch(part -> part.words() <= MAX_NAME_WORDS)
                && startsUpperOrUncased(rest)
                && !".؟?!".contains(rest.substring(rest.length() - 1));
        return readable ? Optional.of(assemble(rest, parts)) : Optional.empty();
    }

    private Optional<Byline> unlabelled(String text) {
        List<Part> parts = parts(text);
        boolean named = parts.stream().anyMatch(part -> part.outlet() != null || part.credit())
                && parts.stream().allMatch(BylineReader::canStandBesideOutlet);
        if (!named || !parts.stream().allMatch(part -> part.words() <= MAX_NAME_WORDS)) {
            return Optional.empty();
        }
        return Optional.of(assemble(text, parts));
    }

    /** A part of a byline, with its place in the text. */
    private record Part(int start, int end, String text, OutletNames.@Nullable KnownOutlet outlet, boolean credit) {

        int words() {
            return Folding.key(text).split(" ").length;
        }
    }

    private List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(text);
        int start = 0;
        while (separator.find()) {
            addPart(parts, text, start, separator.start());
            start = separator.end();
        }
        addPart(parts, text, start, text.length());
        return parts.size() == 1 ? hyphenated(text, parts) : parts;
    }

    /** "هوية بريس-متابعة": a hyphen without spaces parts an outlet from what follows, and belongs to a name otherwise. */
    private List<Part> hyphenated(String text, List<Part> whole) {
        int hyphen = text.indexOf('-');
        if (hyphen <= 0 || whole.getFirst().outlet() != null) {
            return whole;
        }
        List<Part> parts = new ArrayList<>();
        addPart(parts, text, 0, hyphen);
        addPart(parts, text, hyphen + 1, text.length());
        return !parts.isEmpty() && parts.getFirst().outlet() != null ? parts : whole;
    }

    private void addPart(List<Part> parts, String text, int from, int to) {
        String part = text.substring(from, to).strip();
        if (part.isEmpty()) {
            return;
        }
        int start = text.indexOf(part, from);
        OutletNames.KnownOutlet outlet = outlets.findByName(part).orElse(null);
        parts.add(new Part(start, start + part.length(), part, outlet, Credits.isCredit(part)));
    }

    private static Byline assemble(String text, List<Part> parts) {
        Part publisher = publisher(parts);
        List<Part> credits = parts.stream()
                .filter(part -> part.credit() && part != publisher)
                .toList();
        List<Part> persons = parts.stream()
                .filter(part -> part != publisher && !part.credit() && part.outlet() == null)
                .filter(part -> !NewsroomCities.isCity(part.text()))
                .toList();
        String signature = !persons.isEmpty() ? span(text, persons) : publisher == null ? null : publisher.text();
        String credit = credits.isEmpty() ? null : span(text, credits);
        return new Byline(signature, persons.isEmpty(), credit, publisherOutlet(parts, publisher));
    }

    private static boolean canStandBesideOutlet(Part part) {
        return part.outlet() != null || part.credit() || startsUpperOrUncased(part.text());
    }

    /** The outlet that publishes: the first that is named. An agency is only credited, unless it leads the line. */
    private static @Nullable Part publisher(List<Part> parts) {
        if (parts.stream().allMatch(part -> part.credit() || NewsroomCities.isCity(part.text()))) {
            return null;
        }
        Part first = parts.getFirst();
        return parts.stream()
                .filter(part -> part.outlet() != null && !(part.credit() && part != first))
                .findFirst()
                .orElse(null);
    }

    private static OutletNames.@Nullable KnownOutlet publisherOutlet(List<Part> parts, @Nullable Part publisher) {
        if (publisher != null) {
            return publisher.outlet();
        }
        return parts.stream()
                .map(Part::outlet)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String span(String text, List<Part> parts) {
        return text.substring(parts.getFirst().start(), parts.getLast().end());
    }

    private static boolean startsUpperOrUncased(String text) {
        int first = text.codePointAt(0);
        return Character.isLetter(first) && !Character.isLowerCase(first);
    }
}
