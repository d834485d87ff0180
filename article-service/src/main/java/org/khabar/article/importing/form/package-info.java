/**
 * Structured forms of articles: what a parser of one is given and what it hands back, and how HTML inside of a form
 * becomes blocks. Knows neither how items arrive nor how they are stored.
 */
@NullMarked
package org.khabar.article.importing.form;

import org.jspecify.annotations.NullMarked;
