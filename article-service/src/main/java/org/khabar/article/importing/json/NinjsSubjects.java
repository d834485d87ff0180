package org.khabar.article.importing.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.subject.SubjectCode;

/**
 * The subjects of a ninjs item that are media topics; those of other vocabularies are passed over. Eight digits alone are
 * a media topic only where the item says so: the IPTC's subject codes, which came before, have eight as well.
 */
final class NinjsSubjects {

    private static final Pattern DIGITS = Pattern.compile("\\s*[0-9]{8}\\s*");

    private NinjsSubjects() {}

    /** Codes; null when there is none. */
    static @Nullable List<String> read(JsonMembers item) throws UnreadablePage {
        List<String> codes = new ArrayList<>();
        for (JsonMembers subject : item.objects("subject", "subjects")) {
            code(subject).ifPresent(codes::add);
        }
        return codes.isEmpty() ? null : codes.stream().distinct().toList();
    }

    private static Optional<String> code(JsonMembers subject) throws UnreadablePage {
        String scheme = subject.text("scheme");
        boolean topics = scheme != null && (scheme.contains("mediatopic") || scheme.contains("medtop"));
        for (String member : List.of("uri", "literal", "code")) {
            String text = subject.text(member);
            Optional<String> code = text == null ? Optional.empty() : SubjectCode.find(text);
            if (code.isPresent() && (topics || !DIGITS.matcher(text).matches())) {
                return code;
            }
        }
        return Optional.empty();
    }
}
