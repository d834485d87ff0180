/**
 * Which entities articles mention: follows entity-service's mention feed and keeps what it says in the table
 * {@code article_entity}, which other features join. Knows the feed's form and nothing else of entity-service; knows no
 * other feature.
 */
@NullMarked
package org.khabar.article.entities;

import org.jspecify.annotations.NullMarked;
