package org.khabar.article.comment;

/**
 * Who writes or reads comments.
 *
 * @param subject of the token; never shown
 * @param name that is shown
 */
record Author(String subject, String name) {}
