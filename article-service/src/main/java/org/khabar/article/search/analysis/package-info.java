/**
 * How texts become words that can be compared: the same for what is stored and for what is asked. Plain Java; must know
 * neither the database nor the query language.
 */
@NullMarked
package org.khabar.article.search.analysis;

import org.jspecify.annotations.NullMarked;
