/**
 * Makes drafts of HTML pages: decodes the bytes, reads what the page says of itself for machines, finds the article in
 * it, and accounts for what it left out. Plain Java on jsoup; it knows no archive and no HTTP.
 */
@NullMarked
package org.khabar.article.importing.html;

import org.jspecify.annotations.NullMarked;
