package org.khabar.deploy.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells documents of queries from those that hold an operation which does something. */
final class QueryText {
    private static final Set<String> DOING = Set.of("mutation", "subscription");

    /** Comments and strings, whose words and braces mean nothing; then brackets; then words. */
    private static final Pattern TOKEN = Pattern.compile(
            "#[^\\n\\r]*|\"\"\"(?:\\\\\"\"\"|(?!\"\"\").)*+\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|[{}()\\[\\]]|\\w+",
            Pattern.DOTALL);

    private QueryText() {}

    /** Whether no definition of the document starts with {@code mutation} or {@code subscription}. */
    static boolean isQuery(String document) {
        Matcher token = TOKEN.matcher(document);
        int depth = 0;
        boolean atDefinition = true;
        while (token.find()) {
            String text = token.group();
            if (depth == 0 && atDefinition && DOING.contains(text)) {
                return false;
            }
            depth += depthChange(text);
            atDefinition = depth == 0 && (text.equals("}") || atDefinition && isIgnored(text));
        }
        return true;
    }

    private static int depthChange(String text) {
        return switch (text) {
            case "{", "(", "[" -> 1;
            case "}", ")", "]" -> -1;
            default -> 0;
        };
    }

    private static boolean isIgnored(String text) {
        return text.startsWith("#") || text.startsWith("\"");
    }
}
