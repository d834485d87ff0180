package org.khabar.article.importing.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.html.PageFacts.Property;
import org.khabar.article.importing.page.PageSignature;
import org.khabar.article.text.Folding;

/**
 * Whom a page states as author for machines: persons or the outlet as byline, agencies as credit. Addresses of profiles
 * and the names of a system's accounts are nobody.
 */
record StatedAuthors(@Nullable String byline, @Nullable String credit, FieldOrigin origin) {

    private static final Set<String> ACCOUNTS = Set.of(
            "admin", "administrator", "webmaster", "root", "user", "guest", "anonymous", "none", "null", "redacteur");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:by|par|de|بقلم|كتب|كتبت|إعداد)\\s?[:：]?\\s+(?=\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MAX_NAME = 120;
    private static final int MAX_NAMES = 8;

    /** Empty when nobody is named. */
    static Optional<StatedAuthors> find(PageFacts facts, String language) {
        List<Stated<String>> stated = facts.list(Property.AUTHOR).stream()
                .filter(author -> isName(author.value()))
                .toList();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        FieldOrigin origin = stated.getFirst().origin();
        List<String> names = stated.stream()
                .filter(author -> author.origin() == origin)
                .map(author -> LABEL.matcher(author.value()).replaceFirst("").strip())
                .toList();
        String separator = language.startsWith("ar") ? "، " : ", ";
        String credit = joined(names.stream().filter(PageSignature::isAgency).toList(), separator);
        String byline = joined(
                names.stream().filter(name -> !PageSignature.isAgency(name)).toList(), separator);
        return Optional.of(new StatedAuthors(byline, credit, origin));
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_NAME
                && text.indexOf('/') < 0
                && text.indexOf('@') < 0
                && text.codePoints().anyMatch(Character::isLetter)
                && !ACCOUNTS.contains(Folding.key(text));
    }

    private static @Nullable String joined(List<String> names, String separator) {
        Map<String, String> distinct = new LinkedHashMap<>();
        names.stream().limit(MAX_NAMES).forEach(name -> distinct.putIfAbsent(Folding.key(name), name));
        return distinct.isEmpty() ? null : distinct.values().stream().collect(Collectors.joining(separator));
    }
}
