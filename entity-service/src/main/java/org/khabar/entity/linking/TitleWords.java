package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Proclitics;
import org.khabar.entity.text.SearchKey;
import org.khabar.entity.text.Token;

/**
 * Words beside which a short form means an entity of a type: الرئيس before a surname, حركة before an organisation.
 *
 * <p>Read from lines of a type, or QUALIFIER, then a tab and the words. A qualifier (السابق) may stand between a title
 * and the name.
 */
public final class TitleWords {

    private static final String QUALIFIER = "QUALIFIER";

    private final Map<EntityType, Map<String, List<List<String>>>> titlesByLastWord = new EnumMap<>(EntityType.class);
    private final Set<String> qualifiers = new HashSet<>();

    private TitleWords() {}

    /**
     * Reads the lines of a list; blank lines and lines that begin with # are passed over.
     *
     * @throws IllegalArgumentException naming the line that is of another form
     */
    public static TitleWords parse(Stream<String> lines) {
        TitleWords titles = new TitleWords();
        WordList.fields(lines, 2, "a type, a tab and a title").forEach(titles::add);
        return titles;
    }

    private void add(List<String> fields) {
        List<String> words = List.of(SearchKey.of(fields.getLast()).split(" "));
        if (fields.getFirst().equals(QUALIFIER)) {
            qualifiers.addAll(words);
            return;
        }
        titlesByLastWord
                .computeIfAbsent(EntityType.valueOf(fields.getFirst()), type -> new HashMap<>())
                .computeIfAbsent(words.getLast(), word -> new ArrayList<>(1))
                .add(words);
    }

    boolean isQualifier(Token token) {
        return qualifiers.contains(token.text());
    }

    /** Whether a title of that type ends just before the token at {@code end}. */
    boolean endsAt(List<Token> tokens, int end, EntityType type) {
        if (end == 0 || !tokens.get(end - 1).word()) {
            return false;
        }
        Map<String, List<List<String>>> titles = titlesByLastWord.getOrDefault(type, Map.of());
        return readings(tokens.get(end - 1)).stream()
                .flatMap(word -> titles.getOrDefault(word, List.of()).stream())
                .anyMatch(title -> stands(title, tokens, end));
    }

    private static boolean stands(List<String> title, List<Token> tokens, int end) {
        int start = end - title.size();
        if (start < 0 || !readings(tokens.get(start)).contains(title.getFirst())) {
            return false;
        }
        for (int i = 1; i < title.size(); i++) {
            if (!tokens.get(start + i).text().equals(title.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> readings(Token token) {
        return Proclitics.readings(token.text()).stream()
                .map(Proclitics.Reading::text)
                .toList();
    }
}
