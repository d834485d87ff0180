package org.khabar.gateway.supergraph.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code @fromContext(field:)} says.
 *
 * @param context the context's name
 * @param selection the selection on the object that set the context, with its braces or type conditions
 */
public record ContextValue(String context, String selection) {
    private static final Pattern FORM = Pattern.compile("\\s*\\$\\s*([A-Za-z_]\\w*)(.*)", Pattern.DOTALL);

    /** Reads {@code $context { field }}; empty when it names no context or selects nothing. */
    public static Optional<ContextValue> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(2).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new ContextValue(matcher.group(1), matcher.group(2).trim()));
    }
}
