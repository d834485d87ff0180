package org.khabar.entity.linking;

/**
 * Weights of the features, natural logarithms of odds. Those of the kinds of names follow from {@link LinkingPolicy};
 * these were set by judgement and checked against the tenths of confidence that {@code deploy/bench/linking} prints.
 */
final class Weights {

    /** A surname that nobody introduced: about one in seven is the one of the catalogue. */
    static final double SHORT_ALONE = Odds.of(0.15);

    /** A role is less than a title: more words lie between. */
    static final double ROLE_BELOW_TITLE = -0.4;

    static final double ROLE_OF_COUNTRY = 1.5;
    static final double ROLE_OF_ANOTHER_COUNTRY = -2.0;
    static final double SPEECH = 1.0;
    static final double SHARED_WITH_TITLE = 2.0;
    static final double LOCATED = 1.2;
    static final double SPELLING = 3.0;
    static final double NAMED_OTHERWISE = 3.0;
    static final double OUTLET_COUNTRY = 0.8;
    static final double COMPANY = 1.2;
    static final double SAME_ELSEWHERE = 0.7;
    static final double MOST_OF_ELSEWHERE = 2.0;
    static final double RIVAL_NAMED = -2.0;
    static final double ADJECTIVE = -2.2;
    static final double COMMON_WORD = -1.0;
    static final double PREDICATE = -2.5;
    /** As good as ruled out. */
    static final double OTHER_NAME = -8.0;

    static final double PRIVATE_PERSON = -2.0;
    static final double PRIVATE_PERSON_OF_COMMON_NAME = -4.0;
    static final double PART_OF_NAME = -4.0;

    private static final double COUNTRY = 1.4;

    private Weights() {}

    /** Of names and adjectives of the entity's country in the article; each further one says less. */
    static double country(int times) {
        return COUNTRY * Math.log1p(times) / Math.log(2);
    }
}
