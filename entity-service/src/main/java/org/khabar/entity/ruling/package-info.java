/**
 * What editors have decided about stretches of articles: whom they mean, and whom they do not. Keeps the decisions, finds their
 * stretches in other versions of an article, and counts how often a name was found to be of an entity.
 *
 * <p>Is told by whoever lets editors decide and asked by whoever links articles; knows nothing of either.
 */
@NullMarked
package org.khabar.entity.ruling;

import org.jspecify.annotations.NullMarked;
