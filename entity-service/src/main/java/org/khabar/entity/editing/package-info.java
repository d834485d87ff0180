/**
 * What editors do to the catalogue: they create, revise, merge, split and hide entities; and the history of that. Knows the
 * catalogue's tables, and has articles linked again by {@code mention}'s Relinking.
 */
@NullMarked
package org.khabar.entity.editing;

import org.jspecify.annotations.NullMarked;
