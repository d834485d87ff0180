/** Khabar. */
@NullMarked
package org.khabar.article;

import org.jspecify.annotations.NullMarked;
