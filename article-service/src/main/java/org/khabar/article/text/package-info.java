/**
 * Recognising text that is spelled in several ways. Plain Java; what it makes is compared, never stored or shown.
 */
@NullMarked
package org.khabar.article.text;

import org.jspecify.annotations.NullMarked;
