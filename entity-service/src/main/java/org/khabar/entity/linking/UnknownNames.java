package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.NormalizedText;

/**
 * Finds in one passage what looks like names that the catalogue does not have: a first name with what else makes a
 * person's name (سامر الحلواني, Solène Kervadec), organisations ({@link OrganizationNames}), and what counts only when it
 * comes back ({@link UnsureNames}). For people to look at: it guesses.
 */
public final class UnknownNames {

    private final LinkingWords words;
    private final int index;
    private final PassageTokens passage;
    private final NormalizedText text;
    private final KnownTokens known;
    private final PersonParts persons;
    private final OrganizationNames organizations;
    private final UnsureNames unsure;

    private UnknownNames(LinkingWords words, int index, TaggedPassage tagged) {
        this.words = words;
        this.index = index;
        this.passage = new PassageTokens(tagged.text());
        this.text = tagged.text().text();
        this.known = new KnownTokens(passage, tagged.occurrences());
        this.persons = new PersonParts(words, passage, known);
        this.organizations = new OrganizationNames(words, passage, known);
        this.unsure = new UnsureNames(words, passage, known, persons);
    }

    /** The names in the passages of an article, in the order of the text. */
    public static List<UnknownName> find(LinkingWords words, List<TaggedPassage> article) {
        List<UnknownName> names = new ArrayList<>();
        for (int index = 0; index < article.size(); index++) {
            names.addAll(new UnknownNames(words, index, article.get(index)).find());
        }
        return names;
    }

    private List<UnknownName> find() {
        List<UnknownName> names = new ArrayList<>();
        int at = 0;
        while (at < passage.size()) {
            int from = at;
            Optional<NameSpan> span =
                    person(from).or(() -> organizations.find(from)).or(() -> unsure.find(from));
            span.map(this::name).ifPresent(names::add);
            at = span.map(NameSpan::end).orElse(from + 1);
        }
        return names;
    }

    private UnknownName name(NameSpan span) {
        int start = text.originalStart(passage.token(span.first()).from() + span.skipped());
        int end = text.originalEnd(passage.token(span.end() - 1).to() - 1);
        return new UnknownName(index, start, end, text.original().substring(start, end), span.type(), span.sure());
    }

    private Optional<NameSpan> person(int at) {
        if (!beginsPerson(at)) {
            return Optional.empty();
        }
        int end = persons.end(at);
        int skipped = words.personNames().skipped(Kind.GIVEN, passage.token(at));
        return end > at + 1 ? Optional.of(NameSpan.sure(at, skipped, end, EntityType.PERSON)) : Optional.empty();
    }

    private boolean beginsPerson(int at) {
        if (!known.isFree(at) || known.isSurname(at) || !passage.isCapitalisedIfLatin(at)) {
            return false;
        }
        boolean introduced = words.titles().endsAt(passage.tokens(), at, EntityType.PERSON)
                || at > 0 && words.personNames().hasWithParticles(Kind.SPEECH, passage.token(at - 1));
        return words.personNames().hasWithParticles(Kind.GIVEN, passage.token(at))
                || introduced && words.personNames().has(Kind.AMBIGUOUS, passage.token(at));
    }
}
