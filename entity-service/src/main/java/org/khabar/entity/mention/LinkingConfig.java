package org.khabar.entity.mention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.khabar.entity.linking.LinkingPolicy;

/** How sure a link is by the kind of its name when nothing else is known, from 0 to 1, and how sure it must be. */
@ConfigMapping(prefix = "khabar.linking")
public interface LinkingConfig {

    /** A NAME of several words. */
    @WithDefault("0.95")
    double longName();

    /** A NAME of one word. */
    @WithDefault("0.9")
    double oneWordName();

    /** An ACRONYM. */
    @WithDefault("0.9")
    double acronym();

    /** An EPITHET. */
    @WithDefault("0.8")
    double epithet();

    /** A SHORT form after its entity was linked in the article. */
    @WithDefault("0.85")
    double shortAfterName();

    /** A SHORT form beside a title. */
    @WithDefault("0.75")
    double shortWithTitle();

    /** A link less sure than this is none. */
    @WithDefault("0.5")
    double threshold();

    /** Mentions that are stored of one article, the first of its text; must be fewer than khabar.request.max-items. */
    @WithDefault("5000")
    int maxMentions();

    /** Entities of one article that count as mentioned together with each other: those that it is most about. */
    @WithDefault("20")
    int maxPaired();

    /** Resource that lists titles, by the type of entity that they stand beside. */
    @WithDefault("linking/titles.txt")
    String titles();

    /** Resource that lists first names and the words that tell a person's name from a place. */
    @WithDefault("linking/person-names.txt")
    String personNames();

    /** Resource that lists names of places that are other words beside certain words. */
    @WithDefault("linking/homographs.txt")
    String homographs();

    /** The numbers as linking takes them. */
    default LinkingPolicy policy() {
        return new LinkingPolicy(
                longName(), oneWordName(), acronym(), epithet(), shortAfterName(), shortWithTitle(), threshold());
    }
}
