package org.khabar.entity.linking;

/** What speaks for or against a link. Each has a weight, a natural logarithm of odds; together they are the confidence. */
public enum LinkingFeature {
    /** The kind of name, before anything else is known. */
    KIND,
    /** A short form whose entity was linked earlier in the article. */
    NAMED_BEFORE,
    /** A fitting title beside it: الرئيس, حركة. */
    TITLE,
    /** A role some words before it, or behind a comma after it: المبعوث الأمريكي إلى المنطقة. */
    ROLE,
    /** The country that the title or role is of is the entity's, or another. */
    ROLE_COUNTRY,
    /** Somebody says something: قال before a surname. */
    SPEECH,
    /** A preposition of place before a place that shares its name with something else. */
    LOCATED,
    /** The vowel marks are those of this name and not of another. */
    SPELLING,
    /** The article names the entity by a name that no other has. */
    NAMED_OTHERWISE,
    /** The article speaks of the entity's country. */
    COUNTRY,
    /** The outlet is of the entity's country. */
    OUTLET_COUNTRY,
    /** Others of its kind and country stand in the same passage. */
    COMPANY,
    /** What the words around the same name say elsewhere in the article. */
    ONE_SENSE,
    /** Somebody of whose name it is a part was named in full. */
    RIVAL_NAMED,
    /** It may be an adjective of nationality as well. */
    ADJECTIVE,
    /** It is a common word as well. */
    COMMON_WORD,
    /** It stands where somebody is said to be something: إنه سعيد. */
    PREDICATE,
    /** Another part of a name follows, so that it is somebody else's: عباس محمد. */
    OTHER_NAME,
    /** A private person is spoken of: الطفل, الطالبة. */
    PRIVATE_PERSON,
    /** A place that is a part of an organisation's or a street's name: جامعة تونس. */
    PART_OF_NAME,
    /** What speaks for the other entities of the same name. */
    OTHERS,
    /** What editors decided about the same name in other articles. */
    REVIEWED,
    /** An editor decided about this mention; nothing else counts. */
    DECIDED
}
