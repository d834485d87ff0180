/**
 * Reads the visible text of a scraped news page. Plain Java: knows the form of pages and nothing of the framework, the
 * database or how an article is stored.
 */
@NullMarked
package org.khabar.article.importing.page;

import org.jspecify.annotations.NullMarked;
