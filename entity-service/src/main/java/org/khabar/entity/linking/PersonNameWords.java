package org.khabar.entity.linking;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.entity.tagging.Proclitics;
import org.khabar.entity.text.SearchKey;
import org.khabar.entity.text.Token;

/** Words by which the name of a person is told from that of a place: جورج before واشنطن makes it a surname. */
public final class PersonNameWords {

    /** What a word says of the words beside it. */
    enum Kind {
        /** A first name that is nothing else. */
        GIVEN,
        /** A first name that is a common word too: counts beside a title or another first name. */
        AMBIGUOUS,
        /** Stands between a name and that of the father: بن. */
        DESCENT,
        /** Joins the parts of a name otherwise: آل. */
        CONNECTOR,
        /** A verb whose object is a place, so that a name before the place is its subject: زار محمد مصر. */
        MOTION,
        /** Stands before a place: في. */
        LOCATIVE,
        /** Stands before a noun, and not before the adjective of another: إن. */
        GOVERNING,
        /** A verb whose subject is somebody: قال. */
        SPEECH,
        /** A surname that is a common word too, and no first name: بركة. */
        COMMON,
        /** Stands before what somebody is: إنه. */
        PREDICATED,
        /** Says that somebody is not known to the public: الطفل. */
        PRIVATE
    }

    private static final Set<Kind> NO_NAMES = EnumSet.of(
            Kind.MOTION, Kind.LOCATIVE, Kind.GOVERNING, Kind.SPEECH, Kind.COMMON, Kind.PREDICATED, Kind.PRIVATE);

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    private PersonNameWords() {
        for (Kind kind : Kind.values()) {
            words.put(kind, new HashSet<>());
        }
    }

    /**
     * Reads lines of a kind, a tab and a word.
     *
     * @throws IllegalArgumentException naming the line that is of another form
     */
    public static PersonNameWords parse(Stream<String> lines) {
        PersonNameWords list = new PersonNameWords();
        WordList.fields(lines, 2, "a kind, a tab and a word")
                .forEach(fields -> list.words(Kind.valueOf(fields.getFirst())).add(SearchKey.of(fields.getLast())));
        return list;
    }

    /** Whether the token is a word of that kind as it stands. */
    boolean has(Kind kind, Token token) {
        return token.word() && words(kind).contains(token.text());
    }

    /** The same, also with particles attached: وجورج. */
    boolean hasWithParticles(Kind kind, Token token) {
        return token.word() && Proclitics.isAnyReading(token.text(), words(kind));
    }

    /** Whether it is a word that is no part of a name, particles left out. */
    boolean isCommon(Token token) {
        return NO_NAMES.stream().anyMatch(kind -> hasWithParticles(kind, token));
    }

    /** How many characters of the token are particles before a word of that kind; 0 when there is none. */
    int skipped(Kind kind, Token token) {
        return Proclitics.readings(token.text()).stream()
                .filter(reading -> words(kind).contains(reading.text()))
                .findFirst()
                .map(Proclitics.Reading::skipped)
                .orElse(0);
    }

    private Set<String> words(Kind kind) {
        return words.getOrDefault(kind, Set.of());
    }
}
