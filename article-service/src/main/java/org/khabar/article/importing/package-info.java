/**
 * Imports pages: bytes or text in, a draft by a parser, an article in the archive, and an account of what became of
 * every field and line. The parsers in its subpackages are plain Java.
 */
@NullMarked
package org.khabar.article.importing;

import org.jspecify.annotations.NullMarked;
