package org.khabar.article.importing.html;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.html.PageFacts.Property;

/** When a page says that its article was published and changed. */
final class HtmlTimes {

    /** What systems write that have no date. */
    private static final Instant FIRST = Instant.parse("1850-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final PageTimes times;
    private final Optional<Stated<Instant>> published;
    private final Optional<Stated<Instant>> changed;

    HtmlTimes(PageFacts facts, VisibleSignature signature, PageTimes times) {
        this.times = times;
        published = stated(facts, Property.PUBLISHED)
                .or(() ->
                        signature.time().flatMap(times::read).filter(possible()).map(HtmlTimes::ofElement))
                .or(() -> signature.date().map(times::at).map(HtmlTimes::ofPage));
        changed = stated(facts, Property.UPDATED)
                .or(() -> signature.updated().map(times::at).map(HtmlTimes::ofPage));
    }

    /** When it was published, else when it was last changed. */
    Optional<Stated<Instant>> published() {
        return published.or(() -> changed);
    }

    boolean isStated() {
        return published().isPresent();
    }

    boolean isOfUpdate() {
        return published.isEmpty() && changed.isPresent();
    }

    /** When it was changed after it was published. */
    Optional<Stated<Instant>> updated(Instant publication) {
        return changed.filter(change -> change.value().isAfter(publication));
    }

    List<ImportWarning> warnings() {
        return times.warnings();
    }

    private Optional<Stated<Instant>> stated(PageFacts facts, Property property) {
        return facts.list(property).stream()
                .flatMap(
                        value -> times
                                .read(value.value())
                                .filter(possible())
                                .map(instant -> new Stated<>(instant, value.origin()))
                                .stream())
                .findFirst();
    }

    private static Predicate<Instant> possible() {
        return instant -> instant.isAfter(FIRST) && instant.isBefore(LAST);
    }

    private static Stated<Instant> ofElement(Instant instant) {
        return new Stated<>(instant, FieldOrigin.TIME_ELEMENT);
    }

    private static Stated<Instant> ofPage(Instant instant) {
        return new Stated<>(instant, FieldOrigin.PAGE);
    }
}
