/**
 * What the mentions of the whole archive say of an entity: with whom it is mentioned, when and by whom, and who is in the
 * news more than before. Answers from counts that the database keeps in step with the mentions (migration V8), never by
 * going through articles.
 *
 * <p>Knows {@code catalogue} and {@code mention}; no package knows it.
 */
@NullMarked
package org.khabar.entity.graph;

import org.jspecify.annotations.NullMarked;
