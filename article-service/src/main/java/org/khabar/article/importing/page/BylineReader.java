package org.khabar.article.importing.page;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.page.BylineParts.Part;
import org.khabar.article.text.Folding;

/**
 * Reads bylines: {@code outlet – credit}, {@code outlet - person}, {@code بقلم: …}, {@code Par …}, {@code By …},
 * {@code المصدر: …}. A byline is a label or a known name, and beside it names and nothing else.
 */
final class BylineReader {

    private static final int MAX_WORDS = 20;
    private static final String QUOTES = "\"“”«»";
    private static final int MAX_NAME_WORDS = 6;
    private static final Pattern NAME_SIGN = Pattern.compile("\\s++[–—-]\\s++|\\s*+[–—:]\\s*+");

    /** What outlets call themselves when nobody signs. */
    private static final Set<String> NEWSROOM = Stream.of(
                    "التحرير|هيئة التحرير|قسم التحرير|المحرر|rédaction|la rédaction|notre rédaction|staff|staff writer|newsroom")
            .flatMap(names -> Stream.of(names.split("\\|")))
            .map(Folding::key)
            .collect(Collectors.toUnmodifiableSet());

    private final OutletNames outlets;
    private final BylineParts parts;

    BylineReader(OutletNames outlets) {
        this.outlets = outlets;
        parts = new BylineParts(outlets);
    }

    /** A byline that shows itself as one by a label, an outlet's name or a credit. */
    Optional<Byline> read(PageLine line) {
        return line.words() > MAX_WORDS || line.hasGap() ? Optional.empty() : read(line.text());
    }

    /** The same for a part of a line. */
    Optional<Byline> read(String text) {
        BylineLabel.Found found = BylineLabel.find(text);
        if (found == null) {
            return unlabelled(text);
        }
        if (found.rest().isEmpty() || endsLikeSentence(found.rest())) {
            return Optional.empty();
        }
        return found.label().isSource() ? source(found) : author(found);
    }

    /**
     * A name and nothing else, or one behind the name of a place or site ("طرابلس – بوابة الوسط"), which is a byline only
     * where bylines stand: near the date line.
     */
    static Optional<Byline> readName(PageLine line) {
        boolean name = line.words() >= 2
                && !line.hasGap()
                && line.words() <= MAX_NAME_WORDS
                && !line.endsSentence()
                && BodyForms.bulletOf(line.text()).isEmpty();
        if (!name) {
            return Optional.empty();
        }
        String[] parts = NAME_SIGN.split(line.text(), -1);
        boolean names = parts.length <= 2
                && Arrays.stream(parts).allMatch(part -> NameForm.isName(part, 1) || NewsroomCities.isCity(part));
        return names ? signer(parts).map(Byline::ofPerson) : Optional.empty();
    }

    /** Of a site, place or section and a person, who signs: the last that is longer than a word, else the first. */
    private static Optional<String> signer(String[] parts) {
        List<String> named = Arrays.stream(parts)
                .filter(part -> !NewsroomCities.isCity(part) && part.contains(" "))
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(named.getLast());
    }

    private Optional<Byline> source(BylineLabel.Found found) {
        List<Part> named = parts.of(found.rest());
        boolean known = !named.isEmpty() && named.stream().allMatch(Part::isKnown);
        boolean readable =
                known || (found.label() == BylineLabel.SOURCE && named.stream().allMatch(BylineReader::isShort));
        Byline.Certainty certainty = known ? Byline.Certainty.KNOWN_NAMES : Byline.Certainty.COMMON_LABEL;
        OutletNames.KnownOutlet outlet = found.label() == BylineLabel.WITH
                ? null
                : outlets.findByName(found.rest()).orElse(null);
        return readable
                ? Optional.of(new Byline(null, false, unquoted(found.rest()), outlet, certainty))
                : Optional.empty();
    }

    private static String unquoted(String text) {
        String inner = text.length() > 2 ? text.substring(1, text.length() - 1) : text;
        boolean quoted = QUOTES.indexOf(text.charAt(0)) >= 0
                && QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0
                && inner.codePoints().noneMatch(c -> QUOTES.indexOf(c) >= 0);
        return quoted ? PageLines.trimmed(inner) : text;
    }

    private Optional<Byline> author(BylineLabel.Found found) {
        List<Part> named = parts.of(withoutRemark(found.rest()));
        boolean readable = !named.isEmpty()
                && canSign(named.getFirst(), found.label().minNameWords())
                && named.stream().allMatch(BylineReader::isShort);
        if (!readable) {
            return Optional.empty();
        }
        Byline.Certainty certainty = switch (found.label()) {
            case AUTHOR -> Byline.Certainty.LABEL;
            case WORD -> Byline.Certainty.COMMON_WORD;
            case REPORT, SOURCE, SOURCES, WITH -> Byline.Certainty.COMMON_LABEL;
        };
        return Optional.of(assemble(withoutRemark(found.rest()), named, certainty));
    }

    /** "(Jérusalem, correspondance)" behind a name. */
    private static String withoutRemark(String text) {
        int bracket = text.indexOf('(');
        return bracket > 0 && text.endsWith(")") ? PageLines.trimmed(text.substring(0, bracket)) : text;
    }

    private static boolean canSign(Part part, int minWords) {
        return part.isKnown() || NEWSROOM.contains(Folding.key(part.text())) || NameForm.isName(part.text(), minWords);
    }

    private static boolean isShort(Part part) {
        return part.words() <= MAX_NAME_WORDS;
    }

    private static boolean endsLikeSentence(String text) {
        return ".؟?!:؛;،,…".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private Optional<Byline> unlabelled(String text) {
        List<Part> named = parts.of(text);
        boolean readable = named.stream().anyMatch(part -> part.outlet() != null || part.credit())
                && named.stream().allMatch(part -> canSign(part, 1));
        boolean known = named.stream().allMatch(Part::isKnown);
        return readable
                ? Optional.of(assemble(
                        text, named, known ? Byline.Certainty.KNOWN_NAMES : Byline.Certainty.BESIDE_KNOWN_NAME))
                : Optional.empty();
    }

    private static Byline assemble(String text, List<Part> parts, Byline.Certainty certainty) {
        Part publisher = publisher(parts);
        List<Part> credits = parts.stream()
                .filter(part -> part.credit() && part != publisher)
                .toList();
        List<Part> persons = parts.stream()
                .filter(part -> part != publisher && part.isPerson() && canSign(part, 1))
                .toList();
        String signature = !persons.isEmpty() ? span(text, persons) : publisher == null ? null : publisher.text();
        String credit = credits.isEmpty() ? null : span(text, credits);
        return new Byline(signature, persons.isEmpty(), credit, publisherOutlet(parts, publisher), certainty);
    }

    /** The outlet that publishes: the first that is named. An agency is only credited, unless it leads the line. */
    private static @Nullable Part publisher(List<Part> parts) {
        if (parts.stream().allMatch(part -> part.credit() || part.place())) {
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
}
