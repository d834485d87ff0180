package org.khabar.entity.wikidata;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why a line of a dump did not become an entity. */
@Enum("WikidataSkipReason")
@Description("Why a line of a dump did not become an entity.")
public enum SkipReason {
    /** A property or a lexeme. */
    NOT_AN_ITEM,
    /** A page about Wikimedia's own matters, such as a list or a disambiguation. */
    WIKIMEDIA_PAGE,
    /** Its classes are of none of the five types, or it has none. */
    NO_TYPE,
    /** It is of a type that was not asked for. */
    OTHER_TYPE,
    /** It has no name in the languages that were asked for. */
    NO_NAME,
    /** Fewer pages are about it than were asked for. */
    FEW_SITELINKS,
    /** It is the same entity here as another item, whose statements count. */
    SAME_ENTITY,
    /** An editor has changed, merged or hidden the entity that it is here, which stays as it is. */
    EDITED,
    /** It is not what a dump has; the import goes on behind it. */
    MALFORMED,
    /** It is longer than lines may be. */
    TOO_LONG
}
