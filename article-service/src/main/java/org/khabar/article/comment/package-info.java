/**
 * Comments of readers on published articles, their moderation, and how many an author may send. Must not know how
 * articles came or how they are found.
 */
@NullMarked
package org.khabar.article.comment;

import org.jspecify.annotations.NullMarked;
