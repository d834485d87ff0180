/**
 * What editors do to articles, over GraphQL, and the embargoes that end while nobody looks. Checks what is asked; the
 * rule of what is legal, and how it is written, are {@code article}'s.
 */
@NullMarked
package org.khabar.article.newsroom;

import org.jspecify.annotations.NullMarked;
