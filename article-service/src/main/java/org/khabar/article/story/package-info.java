/**
 * Stories: articles that are near-duplicates of each other, such as one agency's text in several outlets under other
 * headlines. Keeps which are, as articles are written; must not know how articles came, nor search or comments. Queries
 * of other features may join its table {@code story_member}: the story of an article is
 * {@code coalesce(story_member.story_id, article.id)}.
 */
@NullMarked
package org.khabar.article.story;

import org.jspecify.annotations.NullMarked;
