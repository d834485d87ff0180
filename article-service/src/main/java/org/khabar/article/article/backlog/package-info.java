/**
 * Articles that were written in bulk and that slow observers have not been told of yet: a queue in the database, and who
 * works it off. Knows no observer, and not how articles came.
 */
@NullMarked
package org.khabar.article.article.backlog;

import org.jspecify.annotations.NullMarked;
