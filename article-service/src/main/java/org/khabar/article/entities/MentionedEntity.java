package org.khabar.article.entities;

import java.util.regex.Pattern;

/**
 * An entity that an article mentions.
 *
 * @param id opaque, printable ASCII
 * @param type such as {@code PERSON}
 * @param mentionCount from 1
 * @param salience its part of the weight of all mentions in the article, from 0 to 1
 */
record MentionedEntity(String id, String type, int mentionCount, double salience) {

    private static final Pattern ID = Pattern.compile("[!-~]{1,100}");
    private static final Pattern TYPE = Pattern.compile("[A-Z_]{1,40}");

    MentionedEntity {
        require(ID.matcher(id).matches(), "an entity's id");
        require(TYPE.matcher(type).matches(), "an entity's type");
        require(mentionCount >= 1, "a mention count");
        require(salience >= 0 && salience <= 1, "a salience");
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw new IllegalArgumentException(what + " that is none");
        }
    }
}
