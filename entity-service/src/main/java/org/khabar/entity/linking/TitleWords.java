package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Proclitics;
import org.khabar.entity.text.SearchKey;
import org.khabar.entity.text.Token;

/**
 * Words beside which a short form means an entity of a type: الرئيس before a surname, حركة before an organisation.
 *
 * <p>Read from lines of a type, or of one of the {@link Part}s, then a tab and the words.
 */
public final class TitleWords {

    private static final int LONGEST_TITLE = 3;

    /** Words that are no title by themselves. */
    enum Part {
        /** May stand between a title and the name: السابق. */
        QUALIFIER,
        /** Begins a role that says of what: قائد, in قائد الجيش. */
        ROLE,
        /** Joins a role and what it is of: إلى, باسم, مجلس. */
        COMPLEMENT,
        /** Stands before a place that is a part of its name: جامعة, in جامعة تونس. */
        NAMED,
        /** Begins the name of an organisation: جمعية. */
        HEAD,
        /** Begins the name of one that each country or town has: وزارة. */
        STATE_HEAD,
        /** One of these whose name may go on with and: وزارة التربية والتعليم. */
        JOINED_HEAD,
        /** Stands between the two in such a name: حماية, in جمعية حماية المستهلك. */
        GOES_ON,
        /** Is no part of a name, though it may stand behind one and looks like a part: التي, Monday. */
        ENDS
    }

    private final Map<EntityType, Map<String, List<List<String>>>> titlesByLastWord = new EnumMap<>(EntityType.class);
    private final Map<Part, Set<String>> parts = new EnumMap<>(Part.class);
    private final Set<String> wordsOfTitles = new HashSet<>();

    private TitleWords() {
        for (Part part : Part.values()) {
            parts.put(part, new HashSet<>());
        }
    }

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
        Optional<Part> part = Arrays.stream(Part.values())
                .filter(known -> known.name().equals(fields.getFirst()))
                .findFirst();
        if (part.isPresent()) {
            words(part.get()).addAll(words);
            return;
        }
        wordsOfTitles.addAll(words);
        titlesByLastWord
                .computeIfAbsent(EntityType.valueOf(fields.getFirst()), type -> new HashMap<>())
                .computeIfAbsent(words.getLast(), word -> new ArrayList<>(1))
                .add(words);
    }

    boolean isQualifier(Token token) {
        return words(Part.QUALIFIER).contains(token.text());
    }

    boolean isComplement(Token token) {
        return words(Part.COMPLEMENT).contains(token.text());
    }

    /** Whether it begins a role, particles left out. */
    boolean isRole(Token token) {
        return hasWithParticles(Part.ROLE, token);
    }

    /** Whether a place after it is a part of its name, particles left out. */
    boolean isNamed(Token token) {
        return hasWithParticles(Part.NAMED, token);
    }

    /** Whether the token is such a word as it stands. */
    boolean has(Part part, Token token) {
        return token.word() && words(part).contains(token.text());
    }

    /** The same, also with particles attached. */
    boolean hasWithParticles(Part part, Token token) {
        return token.word() && Proclitics.isAnyReading(token.text(), words(part));
    }

    /** Whether a word without particles and article begins the name of an organisation. */
    boolean isHead(String word) {
        return words(Part.HEAD).contains(word) || words(Part.STATE_HEAD).contains(word);
    }

    boolean isGoingOn(String word) {
        return words(Part.GOES_ON).contains(word);
    }

    /** Whether the word is a title or a role, or a word of one. */
    boolean isAnyTitle(String word) {
        return wordsOfTitles.contains(word) || words(Part.ROLE).contains(word);
    }

    /** Whether it is a word that these lists know in whatever part, particles left out. */
    boolean isCommonBeside(Token token) {
        return readings(token).stream()
                .anyMatch(word -> wordsOfTitles.contains(word)
                        || parts.values().stream().anyMatch(words -> words.contains(word)));
    }

    /** How many characters of the token are particles before such a word; 0 when there is none. */
    int skippedBefore(Part part, Token token) {
        return Proclitics.readings(token.text()).stream()
                .filter(reading -> words(part).contains(reading.text()))
                .findFirst()
                .map(Proclitics.Reading::skipped)
                .orElse(0);
    }

    private Set<String> words(Part part) {
        return parts.getOrDefault(part, Set.of());
    }

    /** Whether a title of that type begins with the token at {@code start}, as it stands. */
    boolean startsAt(List<Token> tokens, int start, EntityType type) {
        int furthest = Math.min(tokens.size(), start + LONGEST_TITLE);
        for (int end = start + 1; end <= furthest; end++) {
            List<String> text =
                    tokens.subList(start, end).stream().map(Token::text).toList();
            if (titlesByLastWord
                    .getOrDefault(type, Map.of())
                    .getOrDefault(text.getLast(), List.of())
                    .contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a title of that type ends just before the token at {@code end}. */
    boolean endsAt(List<Token> tokens, int end, EntityType type) {
        if (end == 0 || !tokens.get(end - 1).word()) {
            return false;
        }
        Map<String, List<List<String>>> titles = titlesByLastWord.getOrDefault(type, Map.of());
        String last = tokens.get(end - 1).text();
        return Proclitics.isAnyReading(last, titles.keySet())
                && Proclitics.readings(last).stream()
                        .flatMap(reading -> titles.getOrDefault(reading.text(), List.of()).stream())
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
