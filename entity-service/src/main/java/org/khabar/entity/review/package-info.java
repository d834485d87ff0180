/**
 * Looking after what the linker found: editors confirm, reject and reassign mentions, make entities of names that the catalogue
 * lacks or dismiss them, and are shown first what helps most. Has decisions kept by {@code ruling} and {@code candidate}, entities
 * made by {@code editing} and articles linked again by {@code mention}, which knows nothing of it.
 */
@NullMarked
package org.khabar.entity.review;

import org.jspecify.annotations.NullMarked;
